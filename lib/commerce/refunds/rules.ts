import { days } from "@/lib/platform/clock";

/** Card networks refuse refunds of old payments; Stripe takes most up to 180 days after the charge (docs.stripe.com/refunds). */
export const refundableMs = days(180);

/** Who asked, and so who bears what the provider keeps of a returned payment: the page whose sale it was, or we. */
export const initiators = { creator: "creator", withdrawal: "creator", admin: "platform", fraud: "platform", duplicate: "platform", provider: "platform" } as const;
export type Initiator = keyof typeof initiators;
export const initiatorNames = Object.keys(initiators) as [Initiator, ...Initiator[]];
