/** A payment as lib/commerce/fees divides it. Said here again, so that a browser loads nothing beside this file. */
interface Split {
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
}

/** A collaborator who has a part of each sale. */
export interface Sharer {
  collaboratorId: string;
  name: string;
  shareBps: number;
}

export interface Part extends Split {
  creatorId: string;
}

const cut = (amount: number, bps: number): number => Number((BigInt(amount) * BigInt(bps)) / 10_000n);

/**
 * Each creator's part of a payment: collaborators their share of every part of it, rounded down, the page's owner all that is left. No cent
 * is lost. What cost more than it brought is the owner's alone, so that nobody who shares is asked for money. `splits` add up to less than all.
 */
export function shareOut(payment: Split, ownerId: string, splits: { collaboratorId: string; shareBps: number }[]): Part[] {
  if (splits.reduce((sum, { shareBps }) => sum + shareBps, 0) >= 10_000) throw new RangeError("splits leave something to the owner");
  if (payment.net <= 0) return [{ creatorId: ownerId, ...payment }];
  const others = splits.map(({ collaboratorId, shareBps }) => {
    const [platformFee, processingFee, net] = [cut(payment.platformFee, shareBps), cut(payment.processingFee, shareBps), cut(payment.net, shareBps)];
    return { creatorId: collaboratorId, gross: platformFee + processingFee + net, platformFee, processingFee, net };
  });
  const rest = (pick: (part: Split) => number): number => pick(payment) - others.reduce((sum, part) => sum + pick(part), 0);
  const owner = { creatorId: ownerId, gross: rest((part) => part.gross), platformFee: rest((part) => part.platformFee), processingFee: rest((part) => part.processingFee), net: rest((part) => part.net) };
  return [owner, ...others.filter(({ gross }) => gross > 0)];
}

/** Who has what a fan pays, in words for the fan: collaborators are not named to them, and how much each has is theirs to know. */
export const toWhom = (creator: string, shared: boolean): string => (shared ? `${creator} and those they share it with` : creator);
