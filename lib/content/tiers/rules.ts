/** The least a tier may cost a month, in minor units. */
export const leastMinimum = 100;
/** Tiers one can join at a time; more than these no fan can compare. */
export const mostTiers = 8;
/** Tiers there can be at all, archived ones too: so many can be put in order at once. */
export const mostTiersEver = 50;
