/**
 * The law of ranks: prices never fall as rank rises. Access goes by rank, so a cheaper tier above a dearer one
 * would give more for less, and moving a tier would open and shut posts for people who have paid.
 */
export interface Ranked {
  id: string;
  name: string;
  minAmount: number;
  rank: number;
}

/** The rank of a new tier: above all that cost as much or less. `tiers` in order, lowest first. */
export function rankFor(tiers: Ranked[], minAmount: number): number {
  return (tiers.filter((tier) => tier.minAmount <= minAmount).at(-1)?.rank ?? 0) + 1;
}

export interface PassedNeighbour {
  which: "below" | "above";
  neighbour: Ranked;
}

/** The neighbour that a tier would pass at this price, if any. `tiers` in order, lowest first. */
export function passedBy(tiers: Ranked[], tierId: string, minAmount: number): PassedNeighbour | undefined {
  const at = tiers.findIndex((tier) => tier.id === tierId);
  const below = tiers[at - 1];
  const above = tiers[at + 1];
  if (below && minAmount < below.minAmount) return { which: "below", neighbour: below };
  if (above && minAmount > above.minAmount) return { which: "above", neighbour: above };
  return undefined;
}

/** The first pair in which a tier stands above one that costs more; `tiers` in the order asked for, lowest first. */
export function outOfOrder(tiers: Ranked[]): { lower: Ranked; higher: Ranked } | undefined {
  const at = tiers.findIndex((tier, i) => tier.minAmount < (tiers[i - 1]?.minAmount ?? 0));
  const [lower, higher] = [tiers[at - 1], tiers[at]];
  return lower && higher ? { lower, higher } : undefined;
}

/** Tiers that would stand below one they stood above, with that one. */
export function sinking(before: Ranked[], after: Ranked[]): { tier: Ranked; beneath: Ranked }[] {
  const place = new Map(after.map((tier, i) => [tier.id, i]));
  const at = (tier: Ranked): number => place.get(tier.id) ?? 0;
  return before.flatMap((tier, i) => {
    const beneath = before.slice(0, i).find((lower) => at(lower) > at(tier));
    return beneath ? [{ tier, beneath }] : [];
  });
}
