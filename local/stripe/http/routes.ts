import { accountRoutes } from "../resources/accounts";
import { billingPortalRoutes } from "../resources/billing-portal";
import { catalogRoutes } from "../resources/catalog";
import { checkoutRoutes } from "../resources/checkout-sessions";
import { couponRoutes } from "../resources/coupons";
import { customerRoutes } from "../resources/customers";
import { disputeRoutes } from "../resources/disputes";
import { eventRoutes } from "../resources/events";
import { externalAccountRoutes } from "../resources/external-accounts";
import { fileRoutes } from "../resources/files";
import { invoiceRoutes } from "../resources/invoices";
import { moneyRoutes } from "../resources/money";
import { paymentIntentRoutes } from "../resources/payment-intents";
import { paymentMethodRoutes } from "../resources/payment-methods";
import { payoutRoutes } from "../resources/payouts";
import { refundRoutes } from "../resources/refunds";
import { subscriptionScheduleRoutes } from "../resources/subscription-schedules";
import { subscriptionRoutes } from "../resources/subscriptions";
import { testClockRoutes } from "../resources/test-clocks";
import { transferRoutes } from "../resources/transfers";
import type { Route } from "./router";

export const routes: readonly Route[] = [
  ...accountRoutes, ...billingPortalRoutes, ...catalogRoutes, ...checkoutRoutes, ...couponRoutes, ...customerRoutes, ...disputeRoutes, ...eventRoutes, ...externalAccountRoutes, ...fileRoutes,
  ...invoiceRoutes, ...moneyRoutes, ...paymentIntentRoutes, ...paymentMethodRoutes, ...payoutRoutes, ...refundRoutes, ...subscriptionRoutes, ...subscriptionScheduleRoutes, ...testClockRoutes, ...transferRoutes,
];
