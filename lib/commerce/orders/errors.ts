import { AppError, InvalidInput } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";
import { leastTip } from "./rules";

export class TipTooSmall extends InvalidInput {
  constructor() {
    super("body.amount", `A tip is ${formatMoney({ amount: leastTip, currency: "usd" })} or more.`);
  }
}

export class CannotCharge extends AppError {
  constructor(reason: string) {
    super("forbidden", reason);
  }
}

export class GiftGone extends AppError {
  constructor(reason: string) {
    super("conflict", reason);
  }
}

export class AlreadyYours extends AppError {
  constructor(bundle: boolean) {
    super("conflict", bundle ? "You have everything in this bundle already. You find it in your library." : "This post is yours already. You find it in your library.");
  }
}

export class PriceChanged extends InvalidInput {
  constructor(amount: number, currency: string) {
    super("body.amount", `The price is ${formatMoney({ amount, currency })} now. Nothing was charged. Load the page again and look at it.`);
  }
}

export class NotForSale extends AppError {
  constructor() {
    super("conflict", "This post is not for sale any more. Nothing was charged.");
  }
}

export class OtherWords extends InvalidInput {
  constructor() {
    super("body.consent", "The words you agree to have changed. Load the page again and read them.");
  }
}

export class OtherWindow extends AppError {
  constructor() {
    super("conflict", "You are paying in another window at the same moment. Nothing was charged here; try again.", { retryAfterSeconds: 1, headers: { "retry-after": "1" } });
  }
}
