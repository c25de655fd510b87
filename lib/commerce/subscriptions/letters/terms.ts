import type { MembershipPauseModel, SubscriptionChangeModel } from "@/lib/platform/db/generated/models";
import { longDate, type MailContent } from "@/lib/platform/mail";
import { type Facts, money, reason } from "./facts";

/** Before the first payment after a trial. */
export const trialEnding = ({ membership, creator, tier, price, manage }: Facts): MailContent | undefined =>
  membership.cancelRequestedAt || membership.status !== "active" || !membership.trialEndsAt
    ? undefined
    : {
        subject: `Your trial of ${creator} ends on ${longDate(membership.trialEndsAt)}`,
        paragraphs: [`On ${longDate(membership.trialEndsAt)} your card pays ${price} for ${tier}, for the first time.`, "If you do not want that, cancel before: then nothing is ever charged."],
        rows: [{ label: `First payment, ${longDate(membership.trialEndsAt)}`, value: money({ amount: membership.amount, currency: membership.currency }), strong: true }],
        action: { label: "See or cancel this membership", url: manage },
        reason,
      };

export const changed = (change: SubscriptionChangeModel) => ({ creator, tier, price, page, paidUntil, manage }: Facts): MailContent => ({
  subject: `You are in ${tier} of ${creator} now`,
  paragraphs: [change.dueToday > 0 ? `You paid ${money({ amount: change.dueToday, currency: change.currency })} for ${change.toInterval === change.fromInterval ? "the rest of the time" : `a ${change.toInterval}, less what was left of the ${change.fromInterval}: it is paid`} until ${paidUntil}.` : "Nothing was charged for the change itself.", `From ${paidUntil} on it is ${price}, unless you change or cancel it.`],
  action: { label: `Go to ${creator}`, url: page },
  otherwise: { label: "See, change or cancel this membership", url: manage },
  reason,
});

export const changeScheduled = (change: SubscriptionChangeModel, toTier: string) => ({ creator, tier, manage }: Facts): MailContent => ({
  subject: `From ${longDate(change.takesEffectAt)} on: ${toTier} of ${creator}`,
  paragraphs: [`Until ${longDate(change.takesEffectAt)} everything stays as you paid for it${change.fromTierId === change.toTierId ? "" : `: ${tier}`}.`, `From then on you pay ${money({ amount: change.toAmount, currency: change.currency })} a ${change.toInterval}. Until then you can take it back.`],
  action: { label: "See it, or take it back", url: manage },
  reason,
});

export const changeTakenBack = ({ creator, tier, price, paidUntil, manage }: Facts): MailContent => ({
  subject: `All stays as it is with ${creator}`,
  paragraphs: [`You took your change back. You stay in ${tier}; the next payment, ${price}, is on ${paidUntil}.`],
  action: { label: "See this membership", url: manage },
  reason,
});

export const paused = (pause: MembershipPauseModel) => ({ creator, price, manage }: Facts): MailContent | undefined =>
  pause.endedAt
    ? undefined
    : {
        subject: `Your membership of ${creator} rests from ${longDate(pause.startsAt)}`,
        paragraphs: [`What you paid for stays open until ${longDate(pause.startsAt)}. Then nothing is open and nothing is charged.`, `It goes on by itself on ${longDate(pause.resumesAt)}, with ${price}. Three days before, you get a mail. You can go on sooner, or leave, at any time.`],
        action: { label: "See this membership", url: manage },
        reason,
      };

export const pauseEnding = (pause: MembershipPauseModel) => ({ membership, creator, price, manage }: Facts): MailContent | undefined =>
  pause.endedAt || membership.status === "ended"
    ? undefined
    : { subject: `You are back with ${creator} from ${longDate(pause.resumesAt)}`, paragraphs: [`Your pause ends on ${longDate(pause.resumesAt)}. On that day your card pays ${price} and everything opens again.`, "If you would rather not, cancel before."], action: { label: "See or cancel this membership", url: manage }, reason };

export const resumed = ({ membership, creator, price, page, manage }: Facts): MailContent => ({
  subject: `Your membership of ${creator} goes on`,
  paragraphs: [membership.renewsAt ? `The pause is over. The next payment, ${price}, is on ${longDate(membership.renewsAt)}.` : "The pause is over."],
  action: { label: `Go to ${creator}`, url: page },
  otherwise: { label: "See or cancel this membership", url: manage },
  reason,
});
