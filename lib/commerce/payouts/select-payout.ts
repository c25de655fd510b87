import { formatMoney } from "@/lib/platform/money";
import { mostAtOnce } from "./rules";

export type Schedule = { kind: "daily" | "manual" } | { kind: "weekly"; day: number } | { kind: "monthly"; day: number };

/** What is known of a creator when a run comes to them. Amounts in minor units. */
export interface PayoutFacts {
  /** The day of the run, midnight UTC. */
  day: Date;
  currency: string;
  /** Owed and free, whatever its age; negative: they owe us. */
  balance: number;
  /** The part of it that has waited long enough. */
  ready: number;
  minimum: number;
  schedule: Schedule;
  /** They asked for it now, so the schedule and the day do not matter. */
  asked: boolean;
  account: { transfersActive: boolean; payoutsEnabled: boolean; hasBank: boolean; needs: number } | undefined;
  hold: { reason: string; whatToDo: string; endsAt: Date | null } | undefined;
  inFlight: boolean;
}

export type SkipCode = "nothing" | "owed" | "in_flight" | "held" | "no_account" | "account_incomplete" | "not_today" | "waiting" | "below_minimum";
/** `rest`: ready as well, and too much for one payout. */
export type Selection = { pay: number; rest?: number; skip?: undefined } | { pay?: undefined; skip: SkipCode; text: string };

const skip = (code: SkipCode, text: string): Selection => ({ skip: code, text });

/** Whether a creator is paid in this run and how much; else why not, in words for them. Pure; the first reason that holds is told. */
export function selectPayout(facts: PayoutFacts): Selection {
  const { balance, ready, minimum, currency, account, hold } = facts;
  const say = (amount: number): string => formatMoney({ amount, currency });
  if (facts.inFlight) return skip("in_flight", "A payout is on its way to you. The next one follows when it has arrived.");
  if (balance < 0) return skip("owed", `Your balance is ${say(balance)}: refunds or disputes took back more than has come in since. Your next sales make up for it; nothing is asked of you.`);
  if (balance === 0) return skip("nothing", "There is nothing to pay out.");
  if (hold) return skip("held", `${hold.reason} ${hold.whatToDo}${hold.endsAt ? ` This ends on ${hold.endsAt.toISOString().slice(0, 10)} at the latest.` : ""}`);
  if (!account) return skip("no_account", `${say(balance)} waits for you. Say where it should go.`);
  if (!account.transfersActive || !account.payoutsEnabled || !account.hasBank) return skip("account_incomplete", `${say(balance)} waits for you. Our payment provider needs something more from you first.`);
  if (!facts.asked && !isPayday(facts.schedule, facts.day)) return skip("not_today", notToday(facts.schedule));
  if (ready <= 0) return skip("waiting", `${say(balance)} is younger than seven days. It is paid out once it is older.`);
  if (ready < minimum) return skip("below_minimum", `${say(ready)} is ready; payouts start at ${say(minimum)}. It is kept for you and paid with the next one.`);
  return ready > mostAtOnce ? { pay: mostAtOnce, rest: ready - mostAtOnce } : { pay: ready };
}

/** Whether the schedule pays on this day. A month that is too short pays on its last day. */
export function isPayday(schedule: Schedule, day: Date): boolean {
  if (schedule.kind === "daily") return true;
  if (schedule.kind === "weekly") return (day.getUTCDay() || 7) === schedule.day;
  if (schedule.kind === "monthly") return day.getUTCDate() === Math.min(schedule.day, new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate());
  return false;
}

/** The next day this schedule pays, today included; undefined when it is the creator who asks. */
export function nextPayday(schedule: Schedule, from: Date): Date | undefined {
  for (let ahead = 0; ahead < 32; ahead += 1) {
    const day = new Date(from.getTime() + ahead * 86_400_000);
    if (isPayday(schedule, day)) return day;
  }
  return undefined;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function notToday(schedule: Schedule): string {
  if (schedule.kind === "weekly") return `You chose to be paid on ${weekdays[schedule.day - 1] ?? "Friday"}s.`;
  if (schedule.kind === "monthly") return `You chose to be paid on day ${schedule.day} of the month.`;
  return "You chose to ask for your payouts yourself.";
}
