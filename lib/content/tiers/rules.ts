/** The least a tier may cost a month, in minor units. */
export const leastMinimum = 100;
/** Tiers one can join at a time; more than these no fan can compare. */
export const mostTiers = 8;
/** Tiers there can be at all, archived ones too: so many can be put in order at once. */
export const mostTiersEver = 50;
/** How long a tier can be tried, in days; 0: not at all. */
export const trialLengths = [0, 7, 14, 30] as const;
