import { days } from "@/lib/platform/clock";

/** Card networks refuse refunds of old payments; Stripe takes most up to 180 days after the charge (docs.stripe.com/refunds). */
export const refundableMs = days(180);

/** Who asked, and so who bears what the provider keeps of a returned payment: the page whose sale it was, or we. A withdrawal is the fan's right and nobody's fault: the page gives back what it got, and no more. */
export const initiators = { creator: "creator", withdrawal: "platform", admin: "platform", fraud: "platform", duplicate: "platform", provider: "platform" } as const;
export type Initiator = keyof typeof initiators;
export const initiatorNames = Object.keys(initiators) as [Initiator, ...Initiator[]];
