import { days } from "@/lib/platform/clock";

/** Access goes on this long after a paid month while the next payment is tried, so that a card that needs a day shuts nobody out. */
export const graceMs = days(3);
