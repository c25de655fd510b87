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
