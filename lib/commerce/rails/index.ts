import type { PaymentRail } from "./port";
import { type RefundsRail, stripeRefunds } from "./stripe/refunds";
import { stripeRail } from "./stripe";

export type { CheckoutRequest, PaymentRail, RailCheckout, RailInvoice, RailPayment, RailSubscription } from "./port";
export { ask, forgetStripe, stripe } from "./stripe/client";

const rails: Record<string, PaymentRail> = { stripe: stripeRail };

/** The rail that new sales take; when there are several, this is where the choice is made. */
export function railForSale(): PaymentRail {
  return stripeRail;
}

export function railNamed(name: string): PaymentRail {
  const rail = rails[name];
  if (!rail) throw new Error(`there is no payment rail ${name}`);
  return rail;
}

export type { RailRefund, RefundRequest, RefundsRail } from "./stripe/refunds";
const refundRails: Record<string, RefundsRail> = { stripe: stripeRefunds };

/** How money is returned at a rail. */
export function refundsRailNamed(name: string): RefundsRail {
  const rail = refundRails[name];
  if (!rail) throw new Error(`there is no payment rail ${name}`);
  return rail;
}
