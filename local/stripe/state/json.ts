import Stripe from "stripe";

/**
 * A deep copy, as it would come back from the wire.
 * The cast is sound because everything in the store is plain JSON but for Stripe's decimals, which are revived.
 */
export function copyOf<T>(value: T): T {
  return parse(JSON.stringify(value)) as T;
}

/** Parses what this program wrote: `…_decimal` fields become `Stripe.Decimal` again. */
function parse(text: string): unknown {
  return JSON.parse(text, (name, value: unknown) => (name.endsWith("_decimal") && typeof value === "string" ? Stripe.Decimal.from(value) : value));
}

/** A deep copy as plain JSON, decimals as text: cheaper, for what is only ever sent. */
export function plainCopy(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
