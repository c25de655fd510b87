import { days } from "@/lib/platform/clock";

/** People a page shares with at a time; each is a line of every sale. */
export const mostCollaborators = 10;
/** A hundred per cent, in basis points. What is shared stays below it: the owner has what is left. */
export const whole = 10_000;
/** The least and the most of one part, in basis points; the database refuses others. */
export const leastShare = 1;
export const mostShare = 9_900;
/** A split begins no later than so many days from now. */
export const furthestStart = 366;
/** Somebody who has not said yes is asked by the same page again after this long: each offer is a mail to them. */
export const askAgainMs = days(1);
