import { AppError, InvalidInput } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";

export class AlreadyMember extends AppError {
  constructor(name: string) {
    super("conflict", `You are a member of ${name} already. You find it in your library.`);
  }
}

export class BelowMinimum extends InvalidInput {
  constructor(minAmount: number, currency: string) {
    super("body.amount", `This tier starts at ${formatMoney({ amount: minAmount, currency })} a month.`);
  }
}

export class OtherCurrency extends InvalidInput {
  constructor(currency: string) {
    super("body.currency", `This tier is paid in ${currency.toUpperCase()}.`);
  }
}

export class CannotCharge extends AppError {
  constructor(reason: string) {
    super("forbidden", reason);
  }
}

export class OtherWindow extends AppError {
  constructor() {
    super("conflict", "You are choosing in another window at the same moment. Nothing was charged; try again here.", { retryAfterSeconds: 1, headers: { "retry-after": "1" } });
  }
}
