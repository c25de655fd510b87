import { AppError, ProviderFailed } from "@/lib/platform/errors";

export class NotPayable extends AppError {
  constructor(text: string) {
    super("conflict", text);
  }
}

export class PayoutGone extends AppError {
  constructor() {
    super("conflict", "This payout has left already, or was ended. Look at it again.");
  }
}

export class SecondPersonNeeded extends AppError {
  constructor() {
    super("conflict", "You have agreed to this payout already. Another administrator has to agree as well.");
  }
}

export class PayoutHeld extends AppError {
  constructor(reason: string) {
    super("conflict", `This creator's payouts are held: ${reason} Lift the hold first, or stop this payout.`);
  }
}

/** The provider has not enough of our money free yet: the job comes back. */
export class ProviderShort extends ProviderFailed {
  constructor(message: string) {
    super("Stripe", "Our payment provider has not enough of the money free yet. Nothing is lost; it is tried again.", new Error(message));
  }
}
