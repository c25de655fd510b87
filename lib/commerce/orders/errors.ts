import type { WithdrawalRight } from "@/lib/commerce/subscriptions";
import { AppError, InvalidInput } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";
import { leastTip } from "./rules";

export class TipTooSmall extends InvalidInput {
  constructor() {
    super("body.amount", `A tip is ${formatMoney({ amount: leastTip, currency: "usd" })} or more.`);
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

const whyNot: Record<string, string> = {
  elsewhere: "The right to withdraw is that of buyers in the EU and the EEA, and you did not say that you live there.",
  over: "The fourteen days in which you could withdraw are over.",
  ended: "There is nothing to withdraw from any more.",
  withdrawn: "You have withdrawn from this already.",
  used: "You asked for it at once and have opened it, so it cannot be withdrawn from.",
};

export class CannotWithdraw extends AppError {
  constructor(right: Exclude<WithdrawalRight, { kind: "open" }>) {
    super("forbidden", whyNot[right.kind === "used" ? "used" : right.why] ?? "");
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
