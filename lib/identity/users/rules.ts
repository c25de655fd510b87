import { hours } from "@/lib/platform/clock";

/** How long a link in a mail works. */
export const verificationLastsMs = hours(24);
export const resetLastsMs = hours(1);
