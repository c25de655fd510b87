/** Dates as words, formatted on the server in UTC so that server and browser say the same. */
const day = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });

export type DateStyle = "day" | "short" | "weekday" | "moment";

export function formatDate(date: Date, style: DateStyle = "day"): string {
  if (style === "moment") return `${moment.format(date)} UTC`;
  return { day, short: shortDay, weekday }[style].format(date);
}

/** In a browser: a moment by the person's own clock, with its zone named. "Jan 1, 2027, 10:00 GMT+1" */
export function formatLocalMoment(date: Date): string {
  return new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" }).format(date);
}

/** In a browser: the person's own zone as it is at this moment. "Europe/Lisbon (GMT+1)" */
export function zoneName(at: Date): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const offset = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" }).formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
  return offset && offset !== timeZone ? `${timeZone} (${offset})` : timeZone;
}

const DAY = 86_400;

/** "just now", "4 min ago", "3 hours ago", "yesterday", "5 days ago", then the date. Works for the future too. */
export function timeAgo(date: Date, now: Date = new Date()): string {
  const seconds = Math.round((now.getTime() - date.getTime()) / 1000);
  const past = seconds >= 0;
  const age = Math.abs(seconds);
  const say = (n: number, unit: string) => (past ? `${n} ${unit} ago` : `in ${n} ${unit}`);
  if (age < 60) return past ? "just now" : "in a moment";
  if (age < 3_600) return say(Math.floor(age / 60), "min");
  const hours = Math.floor(age / 3_600);
  if (age < DAY) return say(hours, hours === 1 ? "hour" : "hours");
  const days = Math.floor(age / DAY);
  if (days === 1) return past ? "yesterday" : "tomorrow";
  if (days < 14) return say(days, "days");
  return now.getUTCFullYear() === date.getUTCFullYear() ? shortDay.format(date) : day.format(date);
}

/** 192 → "3:12". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = String(whole % 60).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
