/** Every event of the house and what it carries: ids and times, never personal data. */
export interface EventMap {
  "user.signed-up": { userId: string; tokenId: string; intent: string; next?: string };
  /** Without a token: the address is confirmed, and nobody can sign up with it. */
  "user.sign-up-repeated": { userId: string; tokenId?: string; intent: string; next?: string };
  "user.reset-requested": { userId: string };
  "user.password-changed": { userId: string };
  "user.restricted": { userId: string; capability: string };
  "post.submitted": { postId: string };
  "post.published": { postId: string; creatorId: string };
  /** Taken back, removed, or for others now: it cannot be bought any more. */
  "post.off-sale": { postId: string };
  "media.uploaded": { mediaId: string };
  "media.ready": { mediaId: string };
  "creator.opened": { creatorId: string };
  "tier.terms-changed": { tierId: string };
  "sale.recorded": { saleId: string };
  "subscription.started": { subscriptionId: string };
  "checkout.undone": { checkoutId: string };
  "subscription.cancel-requested": { subscriptionId: string };
  "subscription.kept": { subscriptionId: string };
  /** We stopped it, not the fan: over a dispute or a block; and it goes on again. */
  "subscription.renewal-stopped": { subscriptionId: string };
  "subscription.renewal-restored": { subscriptionId: string };
  "subscription.ended": { subscriptionId: string };
  "tax-document.issued": { documentId: string };
  "payment.failed": { subscriptionId: string };
  "payment.last-warning": { overdueId: string };
  "payment.recovered": { subscriptionId: string };
  "trial.ending": { subscriptionId: string };
  "subscription.changed": { changeId: string };
  "subscription.change-scheduled": { changeId: string };
  "subscription.change-taken-back": { changeId: string };
  "subscription.paused": { pauseId: string };
  "subscription.pause-ending": { pauseId: string };
  "subscription.resumed": { pauseId: string };
  /** One for each sale of the contract that is withdrawn from. */
  "withdrawal.accepted": { withdrawalId: string; subscriptionId: string; saleId: string };
  "withdrawal.received": { withdrawalId: string };
  "refund.succeeded": { refundId: string };
  "refund.failed": { refundId: string };
  "gift.redeemed": { orderId: string };
  "order.withdrawn": { orderId: string };
  /** Paid for what the fan had already or what is gone; the money went back. */
  "order.undone": { orderId: string };
  "split.proposed": { splitId: string };
  "split.accepted": { splitId: string };
  "split.ended": { splitId: string };
  "payout.sent": { payoutId: string };
  "payout.paid": { payoutId: string };
  "payout.returned": { payoutId: string };
  "payout.held": { holdId: string };
  "dispute.opened": { disputeId: string };
  /** Won, withdrawn, lost, or a question that is closed. */
  "dispute.ended": { disputeId: string };
}
export type EventType = keyof EventMap;
