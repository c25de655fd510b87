import { days, later } from "@/lib/platform/clock";
import { dueDates, w8YearsAfterSigning } from "./rules";

const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));
const isWeekend = (date: Date): boolean => date.getUTCDay() % 6 === 0;

/** The n-th weekday (0 Sunday) of a month; n = -1: the last. */
function nth(year: number, month: number, weekday: number, n: number): Date {
  if (n === -1) {
    const last = utc(year, month + 1, 0);
    return later(last, -days((last.getUTCDay() - weekday + 7) % 7));
  }
  const first = utc(year, month, 1);
  return later(first, days(((weekday - first.getUTCDay() + 7) % 7) + (n - 1) * 7));
}

/** A holiday on a Sunday is kept on Monday, on a Saturday on Friday (5 USC 6103). */
function observed(date: Date): Date {
  if (date.getUTCDay() === 0) return later(date, days(1));
  return date.getUTCDay() === 6 ? later(date, -days(1)) : date;
}

/** The federal holidays of a year (5 USC 6103) and Emancipation Day, which the tax office keeps too (26 USC 7503: of the District). */
function holidays(year: number): Set<string> {
  const fixed = [utc(year, 1, 1), utc(year, 4, 16), utc(year, 6, 19), utc(year, 7, 4), utc(year, 11, 11), utc(year, 12, 25)].map(observed);
  const moving = [nth(year, 1, 1, 3), nth(year, 2, 1, 3), nth(year, 5, 1, -1), nth(year, 9, 1, 1), nth(year, 10, 1, 2), nth(year, 11, 4, 4)];
  return new Set([...fixed, ...moving].map((date) => date.toISOString().slice(0, 10)));
}

const isBusinessDay = (date: Date): boolean => !isWeekend(date) && !holidays(date.getUTCFullYear()).has(date.toISOString().slice(0, 10));

/** The day itself, or the next that is no weekend and no holiday. */
export function nextBusinessDay(date: Date): Date {
  return isBusinessDay(date) ? date : nextBusinessDay(later(date, days(1)));
}

/** The n-th business day after a date. */
export function businessDaysAfter(date: Date, n: number): Date {
  let at = utc(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  for (let left = n; left > 0; ) {
    at = later(at, days(1));
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

/** When something of a tax year is due. */
export function dueDate(what: keyof typeof dueDates, taxYear: number): Date {
  const { month, day } = dueDates[what];
  return nextBusinessDay(utc(taxYear + 1, month, day));
}

/** The last moment of a W-8 that is signed now. */
export const w8ValidUntil = (signedAt: Date): Date => new Date(Date.UTC(signedAt.getUTCFullYear() + w8YearsAfterSigning + 1, 0, 1) - 1);

/** A tax year is the calendar year in UTC, as all our books. */
export const yearBounds = (year: number): { from: Date; to: Date } => ({ from: utc(year, 1, 1), to: utc(year + 1, 1, 1) });
