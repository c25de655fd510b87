import { AppError, InvalidInput } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";

export class AlreadyMember extends AppError {
  constructor(name: string) {
    super("conflict", `You are a member of ${name} already. You find it in your library.`);
  }
}

export class BelowMinimum extends InvalidInput {
  constructor(least: number, currency: string, interval: string) {
    super("body.amount", `This tier starts at ${formatMoney({ amount: least, currency })} a ${interval}.`);
  }
}

export class OtherCurrency extends InvalidInput {
  constructor(currency: string) {
    super("body.currency", `This tier is paid in ${currency.toUpperCase()}.`);
  }
}

export class OtherWindow extends AppError {
  constructor() {
    super("conflict", "You are choosing in another window at the same moment. Nothing was charged; try again here.", { retryAfterSeconds: 1, headers: { "retry-after": "1" } });
  }
}

export class NoYear extends InvalidInput {
  constructor() {
    super("body.interval", "This tier is paid by the month.");
  }
}

export class NothingToTry extends InvalidInput {
  constructor() {
    super("body.trial", "This tier has no trial any more. Join without one, or choose another tier.");
  }
}

export class TriedAlready extends AppError {
  constructor(name: string) {
    super("conflict", `You have had your trial of ${name}. You can join without one.`);
  }
}

export class OtherWords extends InvalidInput {
  constructor() {
    super("body.consent", "The words you agree to have changed. Load the page again and read them.");
  }
}
