import type { PaymentRail } from "./port";
import { type DisputesRail, stripeDisputes } from "./stripe/disputes";
import { type MovementsRail, stripeMovements } from "./stripe/movements";
import { type OrdersRail, stripeOrders } from "./stripe/orders";
import { type PayoutAccountsRail, stripePayoutAccounts } from "./stripe/payout-accounts";
import { type PayoutsRail, stripePayouts } from "./stripe/payouts";
import { type RefundsRail, stripeRefunds } from "./stripe/refunds";
import { stripeRail } from "./stripe";

export type { CheckoutRequest, Interval, PaymentRail, RailCheckout, RailInvoice, RailOverdue, RailPayment, RailPreview, RailSubscription, UndonePayment } from "./port";
export { isPayable } from "./page-times";
export { ask, forgetStripe, stripe } from "./stripe/client";
export { stripePermissions } from "./stripe/permissions";

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

export type { DisputesRail, Evidence, RailDispute, RailWarning } from "./stripe/disputes";
const disputeRails: Record<string, DisputesRail> = { stripe: stripeDisputes };

/** How disputes are answered at a rail. */
export function disputesRailNamed(name: string): DisputesRail {
  const rail = disputeRails[name];
  if (!rail) throw new Error(`there is no payment rail ${name}`);
  return rail;
}

export type { PayoutAccountsRail, RailAccount } from "./stripe/payout-accounts";
export type { PayoutOrder, PayoutsRail, RailPayout, Refusal } from "./stripe/payouts";
const payoutRails: Record<string, PayoutAccountsRail & PayoutsRail> = { stripe: { ...stripePayoutAccounts, ...stripePayouts } };

/** How creators are paid by a rail. */
export function payoutRailNamed(name: string): PayoutAccountsRail & PayoutsRail {
  const rail = payoutRails[name];
  if (!rail) throw new Error(`there is no payment rail ${name}`);
  return rail;
}

export type { MovementsRail, RailMovement } from "./stripe/movements";
const movementRails: Record<string, MovementsRail> = { stripe: stripeMovements };

/** What a rail says it moved. */
export function movementsRailNamed(name: string): MovementsRail {
  const rail = movementRails[name];
  if (!rail) throw new Error(`there is no payment rail ${name}`);
  return rail;
}

export type { OrderPage, OrdersRail } from "./stripe/orders";
const orderRails: Record<string, OrdersRail> = { stripe: stripeOrders };

/** How something is paid for once at a rail. */
export function ordersRailNamed(name: string): OrdersRail {
  const rail = orderRails[name];
  if (!rail) throw new Error(`there is no payment rail ${name}`);
  return rail;
}
