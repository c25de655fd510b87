import { hours, minutes } from "@/lib/platform/clock";

/** The least tip: below it the card's fixed fee would eat most of it. */
export const leastTip = 100;
/** For how many months a membership can be given. */
export const giftMonths = [1, 3, 6, 12] as const;
/** How long the provider's page stays open, and how much of it must be left to be handed out again. */
export const lastsMs = hours(2);
export const handedOutMs = minutes(10);
