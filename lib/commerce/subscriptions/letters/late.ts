import type { OverdueModel } from "@/lib/platform/db/generated/models";
import { longDate, type MailContent } from "@/lib/platform/mail";
import { sayRefusal } from "../dunning/say-refusal";
import { type Facts, money, reason } from "./facts";

const sum = ({ amount, currency }: OverdueModel): string => money({ amount, currency });

/** The card was refused: why, what is open until when, and the way to another card. */
export const refused = (bill: OverdueModel | null) => ({ membership, creator, tier, card, manage }: Facts): MailContent | undefined => {
  if (membership.status !== "past_due" || !bill || membership.cancelRequestedAt) return undefined;
  const again = bill.nextTryAt && bill.nextTryAt < bill.accessEndsAt ? `We try the card again on ${longDate(bill.nextTryAt)}.` : "The card is not tried again by itself.";
  return {
    subject: `Your payment to ${creator} did not go through`,
    paragraphs: [
      `Your card was to pay ${sum(bill)} for ${tier}, and was refused. ${sayRefusal(bill.reason)}`,
      `Nothing is lost: ${creator} stays open to you until ${longDate(bill.accessEndsAt)}. ${again}`,
      "You can put in another card. It is charged at once, and all goes on as before.",
    ],
    action: { label: "Use another card", url: card },
    otherwise: { label: "See or cancel this membership", url: manage },
    reason,
  };
};

export const lastWarning = (bill: OverdueModel) => ({ membership, creator, tier, card, manage }: Facts): MailContent | undefined =>
  membership.status !== "past_due" || membership.cancelRequestedAt
    ? undefined
    : {
        subject: `${creator} closes to you on ${longDate(bill.accessEndsAt)}`,
        paragraphs: [
          `${sum(bill)} for ${tier} is still not paid. ${sayRefusal(bill.reason)}`,
          `If it is not paid by ${longDate(bill.accessEndsAt)}, your membership ends. Then nothing more is asked for, and you can come back whenever you like.`,
        ],
        action: { label: "Use another card", url: card },
        otherwise: { label: "See or cancel this membership", url: manage },
        reason,
      };

export const endedUnpaid = ({ creator, tier, page, membership }: Facts): MailContent | undefined =>
  membership.cancelRequestedAt
    ? undefined
    : {
        subject: `Your membership of ${creator} has ended`,
        paragraphs: [`The payment for ${tier} did not come through, so your membership has ended. You owe nothing, and your card is not tried again.`, "You can come back whenever you like."],
        action: { label: `Join ${creator} again`, url: `${page}/join` },
        reason,
      };

export const recovered = ({ membership, creator, tier, page, paidUntil }: Facts): MailContent | undefined =>
  membership.status !== "active"
    ? undefined
    : { subject: `Paid: you stay a member of ${creator}`, paragraphs: [`The payment for ${tier} has come through. You are in until ${paidUntil}, when the next one is due.`], action: { label: `Go to ${creator}`, url: page }, reason };
