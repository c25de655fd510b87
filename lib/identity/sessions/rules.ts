import { days, minutes } from "@/lib/platform/clock";

/** A session ends this long after sign-in, whatever happens (ASVS 5.0, 7.3.2). */
export const sessionLastsMs = days(30);
/** And when it has not been used for this long (7.3.1). */
export const idleLastsMs = days(14);
/** How exact "last seen" is: one write in this time, at most. */
export const seenEveryMs = minutes(5);
