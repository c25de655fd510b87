/** What a code may be: short enough to be said on a stage. */
export const codePattern = /^[A-Z0-9]{3,30}$/u;
/** Tiers that a code can name: as many as a page can have. */
export const mostTiersNamed = 50;
/** Codes a page can have at a time, archived ones not counted: more than these nobody keeps in order. */
export const mostCodes = 50;
/** Months that a code can hold for at most; longer is for ever. */
export const mostMonths = 12;
/** Redemptions a code can be limited to at most. */
export const mostRedemptions = 1_000_000;
/** A last day lies no further away, in days. */
export const furthestLastDay = 731;
