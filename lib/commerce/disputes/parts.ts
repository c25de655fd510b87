import { partsOfRefund, shareRefund } from "@/lib/commerce/refunds";

interface Sold {
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
}

export interface DisputedParts {
  /** What creators got of the disputed amount, each. */
  shares: { creatorId: string; net: number }[];
  platformFee: number;
  processingFee: number;
}

/** Who got what of a disputed amount, after `before` of the payment had been returned or lost. What was disputed beyond what is left is nobody's part. */
export function partsOfDispute(sale: Sold, everyone: { creatorId: string; net: number }[], before: number, amount: number): DisputedParts {
  const within = Math.min(amount, Math.max(sale.gross - before, 0));
  if (within === 0) return { shares: [], platformFee: 0, processingFee: 0 };
  const { platformFee, processingFee, net } = partsOfRefund(sale, before, within);
  const netBefore = before === 0 ? 0 : partsOfRefund(sale, 0, before).net;
  return { shares: shareRefund(everyone, netBefore, net).filter((share) => share.net > 0), platformFee, processingFee };
}

/** How much of a share can be kept back: what is there of it. The rest has been paid out, and is asked for only when the dispute is lost. */
export function holdable(net: number, balance: number): number {
  return Math.min(net, Math.max(balance, 0));
}
