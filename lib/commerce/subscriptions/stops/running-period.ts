import { later } from "@/lib/platform/clock";
import { addMonths } from "../pauses/add-months";
import { clockSlackMs } from "../rules";

interface Period {
  interval: string;
  currentPeriodEnd: Date;
}
interface Payment {
  interval: string | null;
  occurredAt: Date;
}

/** The earliest moment at which something was paid for the period that runs now: its start, give or take another clock. */
export const paidSince = ({ interval, currentPeriodEnd }: Period): Date => later(addMonths(currentPeriodEnd, interval === "year" ? -12 : -1), -clockSlackMs);

/** Whether a payment was for the period that runs now: the renewal, what was added to it midway, and the month whose rest went into a year. */
export function paidForRunning(payment: Payment, membership: Period): boolean {
  const since = paidSince(membership);
  const monthIntoYear = membership.interval === "year" && payment.interval === "month";
  return payment.occurredAt >= (monthIntoYear ? addMonths(since, -1) : since);
}
