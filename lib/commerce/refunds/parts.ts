import { proportion } from "@/lib/platform/money";

/** A payment with its parts, in minor units. */
export interface Parts {
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
}

/** The parts of the first `returned` of a payment, each rounded from the whole; what is left is the net. */
function upTo(whole: Parts, returned: number): Parts {
  const platformFee = proportion(whole.platformFee, returned, whole.gross);
  const processingFee = Math.min(proportion(whole.processingFee, returned, whole.gross), returned - platformFee);
  return { gross: returned, platformFee, processingFee, net: returned - platformFee - processingFee };
}

/**
 * The parts of a refund of `amount` after `before` had been returned. They are differences of running totals, so that any number of
 * partial refunds returns exactly what one whole refund would.
 */
export function partsOfRefund(whole: Parts, before: number, amount: number): Parts {
  if (before < 0 || amount <= 0 || before + amount > whole.gross) throw new RangeError("a refund is within its payment");
  const [from, to] = [upTo(whole, before), upTo(whole, before + amount)];
  return { gross: amount, platformFee: to.platformFee - from.platformFee, processingFee: to.processingFee - from.processingFee, net: to.net - from.net };
}

/** Each creator's part of `net` after `before` of the whole net had been returned, by their shares; the first takes what rounding leaves. */
export function shareRefund(shares: { creatorId: string; net: number }[], before: number, net: number): { creatorId: string; net: number }[] {
  const whole = shares.reduce((sum, share) => sum + share.net, 0);
  if (whole === 0) return shares.slice(0, 1).map(({ creatorId }) => ({ creatorId, net }));
  const running = (total: number): number[] => {
    const rest = shares.slice(1).map((share) => proportion(share.net, Math.max(total, 0), whole));
    return [total - rest.reduce((sum, part) => sum + part, 0), ...rest];
  };
  const [from, to] = [running(before), running(before + net)];
  return shares.map(({ creatorId }, index) => ({ creatorId, net: (to[index] ?? 0) - (from[index] ?? 0) }));
}
