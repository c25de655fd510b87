const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A schedule of ours in words: "* * * * *" → "every minute", "41 3 * * *" → "at 03:41 UTC". What is put otherwise stays as it is. */
export function sayCron(schedule: string): string {
  const [minute = "", hour = "", ...days] = schedule.split(" ");
  const [day, month = "", weekday] = days;
  const monthly = day === "*" && weekday === "*" && /^\d{1,2}$/u.test(month) ? ` in ${months[Number(month) - 1] ?? month}` : undefined;
  if (days.join(" ") !== "* * *" && monthly === undefined) return schedule;
  if (minute === "*" && hour === "*") return "every minute";
  if (!/^\d{1,2}$/u.test(minute)) return schedule;
  const at = minute.padStart(2, "0");
  if (hour === "*" && monthly === undefined) return `each hour at :${at}`;
  return /^\d{1,2}$/u.test(hour) ? `at ${hour.padStart(2, "0")}:${at} UTC${monthly ?? ""}` : schedule;
}
