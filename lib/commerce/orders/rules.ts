import { hours } from "@/lib/platform/clock";

/** The least tip: below it the card's fixed fee would eat most of it. */
export const leastTip = 100;
/** For how many months a membership can be given. */
export const giftMonths = [1, 3, 6, 12] as const;
/** How long the provider's page stays open. */
export const lastsMs = hours(2);
/** What a buyer in the EU agrees to before they pay for posts (Directive 2011/83/EU, Art. 16(m)). Other words are another version, and the old ones stay here: rows name them. */
export const purchaseTexts: Record<string, string> = {
  "2026-11-posts": "Open what I buy to me at once, before the fourteen days in which I may withdraw are over. I know that I lose the right to withdraw once I have opened it.",
};
export const purchaseTextVersion = "2026-11-posts";
