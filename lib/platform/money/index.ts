import { z } from "zod";
import { maximumAmount } from "./format";

export { formatMoney, maximumAmount } from "./format";
export { proportion, share } from "./share";

const currencies = ["usd"] as const;
export type Currency = (typeof currencies)[number];

/** Integer minor units (cents) and their currency. Never a float. */
export interface Money {
  amount: number;
  currency: Currency;
}

export const currency = z.enum(currencies, "We take US dollars only.");

/** An amount a person may type as a price: whole minor units, more than nothing, below the ceiling. */
export const priceAmount = z
  .number("Give an amount in cents.")
  .int("Cents are whole numbers.")
  .positive("The amount must be more than zero.")
  .max(maximumAmount, "The most we take in one payment is $10,000.00.");
