import { AppError, InvalidInput } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";

export class RefundTooLarge extends InvalidInput {
  constructor(left: number, currency: string) {
    super("body.amount", `At most ${formatMoney({ amount: left, currency })} of this payment can still be returned.`);
  }
}

export class AlreadyReturned extends AppError {
  constructor() {
    super("conflict", "All of this payment has been returned already, or is on its way back.");
  }
}

export class TooOldToReturn extends AppError {
  constructor() {
    super("conflict", "This payment is more than 180 days old: the card networks do not take it back any more.");
  }
}

export class Disputed extends AppError {
  constructor() {
    super("conflict", "The fan's bank is disputing this payment, so the bank decides where the money goes. It cannot be returned a second way.");
  }
}

export class BalanceTooSmall extends AppError {
  constructor(takes: number, left: number, currency: string) {
    super("conflict", `Returning this takes ${formatMoney({ amount: takes, currency })} from your balance, and ${formatMoney({ amount: left, currency })} is there: the rest was paid out, is held, or goes back already. Return a part, wait for your next sales, or write to us: we can return it for you.`);
  }
}

export class PartnerShort extends AppError {
  constructor() {
    super("conflict", "A page you shared this payment with has been paid its part, and has not enough in its balance to give it back. Write to us: we can return it for you.");
  }
}
