/** The least a tier may cost a month, in minor units. */
export const leastMinimum = 100;
/** Tiers one can join at a time; more than these no fan can compare. */
export const mostTiers = 8;
