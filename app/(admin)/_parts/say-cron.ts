/** A schedule of ours in words: "* * * * *" → "every minute", "41 3 * * *" → "at 03:41 UTC". What is put otherwise stays as it is. */
export function sayCron(schedule: string): string {
  const [minute = "", hour = "", ...days] = schedule.split(" ");
  if (days.join(" ") !== "* * *") return schedule;
  if (minute === "*" && hour === "*") return "every minute";
  if (!/^\d{1,2}$/u.test(minute)) return schedule;
  const at = minute.padStart(2, "0");
  if (hour === "*") return `each hour at :${at}`;
  return /^\d{1,2}$/u.test(hour) ? `at ${hour.padStart(2, "0")}:${at} UTC` : schedule;
}
