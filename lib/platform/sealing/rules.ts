import { days, hours, minutes } from "@/lib/platform/clock";

/** A data key seals for a year, then a new one takes over (NIST SP 800-57 part 1, table 1: one to two years for such a key). */
export const dataKeyLifetime = days(365);
/** For how long a process believes what it last heard of the active key. */
export const activeKeyKnownFor = minutes(1);
/** A retired key may still seal in a process that has not heard of it, and in its open transactions: only after this is it looked for and destroyed. */
export const retiredKeyRests = hours(1);
/** Rows of one statement while values are sealed anew. */
export const resealBatch = 200;
