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
