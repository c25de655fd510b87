import type { MailContent } from "@/lib/platform/mail";
import { type Facts, library, reason } from "./facts";

const overdueGoodbye = ({ creator, tier, page }: Facts): MailContent => ({
  subject: `Your membership of ${creator} has ended`,
  paragraphs: [`You cancelled ${tier} while its last payment had not come through. Your card is not tried again, and nothing more is charged.`],
  action: { label: `Go to ${creator}`, url: page },
  reason,
});

const paidGoodbye = ({ creator, tier, paidUntil, manage }: Facts): MailContent => ({
  subject: `Your membership of ${creator} ends on ${paidUntil}`,
  paragraphs: [`You cancelled ${tier}. Nothing more is charged.`, `What you have stays open until ${paidUntil}. You can change your mind until then.`],
  action: { label: "Keep my membership", url: manage },
  reason,
});

/** Changed their mind meanwhile: only what holds now is worth a mail. */
export const goodbye = (now: Date) => (facts: Facts): MailContent | undefined => {
  if (facts.membership.cancelRequestedAt === null) return undefined;
  return facts.membership.currentPeriodEnd < now ? overdueGoodbye(facts) : paidGoodbye(facts);
};

export const kept = ({ membership, creator, page, tier, price, paidUntil }: Facts): MailContent | undefined =>
  membership.cancelRequestedAt !== null
    ? undefined
    : {
        subject: `You stay a member of ${creator}`,
        paragraphs: [`You took your cancellation of ${tier} back.`, `The next payment, ${price}, is on ${paidUntil}, unless you cancel before.`],
        action: { label: `Go to ${creator}`, url: page },
        otherwise: { label: "See or cancel your memberships", url: library() },
        reason,
      };
