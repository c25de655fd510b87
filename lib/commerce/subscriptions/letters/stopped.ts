import type { MailContent } from "@/lib/platform/mail";
import { isStop, type Stop } from "../stops/why-stopped";
import { type Facts, library, reason } from "./facts";

const why: Record<Stop, (facts: Facts) => string> = {
  dispute: ({ tier, creator }) => `Your bank has taken back a payment for ${tier} of ${creator}. You did not cancel; we stopped the renewal, so that you are not charged again while the bank decides.`,
  blocked: ({ tier, creator }) => `This account cannot pay on DirectFanz at the moment, so ${tier} of ${creator} does not renew. Nothing more is charged.`,
};

/** We stopped it, not they. */
export const renewalStopped = (facts: Facts): MailContent | undefined => {
  const { membership, creator, page, tier, paidUntil } = facts;
  const code = membership.cancelReasonCode;
  if (membership.cancelRequestedAt === null || !isStop(code)) return undefined;
  if (membership.status === "ended") return { subject: `Your membership of ${creator} has ended`, paragraphs: [why[code](facts), `The payment for it went back, so ${tier} has ended.`], action: { label: `Go to ${creator}`, url: page }, reason };
  const open = membership.interval === "year" && code === "dispute" ? "A year opens nothing while the bank has its payment." : `What is paid and was not taken back stays open until ${paidUntil}.`;
  return {
    subject: `Your membership of ${creator} does not renew`,
    paragraphs: [why[code](facts), open, ...(code === "dispute" ? [`If you take the dispute back, or the bank decides for ${creator}, it goes on as before.`] : ["If you think that is a mistake, write to us."])],
    action: { label: "See your membership", url: facts.manage },
    reason,
  };
};

export const renewalRestored = ({ membership, creator, page, tier, price, paidUntil }: Facts): MailContent | undefined =>
  membership.cancelRequestedAt !== null || membership.status === "ended"
    ? undefined
    : {
        subject: `Your membership of ${creator} goes on`,
        paragraphs: [`The dispute about your payment for ${tier} is over, and the payment stands.`, `The next payment, ${price}, is on ${paidUntil}, unless you cancel before.`],
        action: { label: `Go to ${creator}`, url: page },
        otherwise: { label: "See or cancel your memberships", url: library() },
        reason,
      };
