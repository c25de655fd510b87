import { type FeeRules, sayShared, splitPrice } from "../fee-split";
import { PriceSplit } from "./price-split";

type Props = { amount: number; rules: FeeRules; layout?: "line" | "list"; platformLabel?: string };

/** What becomes of a price, as its creator sees it: what is theirs, after the fees and what they share with others. */
export function OwnPrice({ amount, rules, ...rest }: Props) {
  return <PriceSplit split={splitPrice(amount, rules)} voice="artist" sharedLabel={sayShared(rules.splits)} {...rest} />;
}
