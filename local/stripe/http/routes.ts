import { accountRoutes } from "../resources/accounts";
import { billingPortalRoutes } from "../resources/billing-portal";
import { catalogRoutes } from "../resources/catalog";
import { checkoutRoutes } from "../resources/checkout-sessions";
import { customerRoutes } from "../resources/customers";
import { eventRoutes } from "../resources/events";
import { invoiceRoutes } from "../resources/invoices";
import { moneyRoutes } from "../resources/money";
import { paymentIntentRoutes } from "../resources/payment-intents";
import { paymentMethodRoutes } from "../resources/payment-methods";
import { refundRoutes } from "../resources/refunds";
import { subscriptionRoutes } from "../resources/subscriptions";
import { transferRoutes } from "../resources/transfers";
import type { Route } from "./router";

export const routes: readonly Route[] = [
  ...accountRoutes, ...billingPortalRoutes, ...catalogRoutes, ...checkoutRoutes, ...customerRoutes, ...eventRoutes, ...invoiceRoutes, ...moneyRoutes,
  ...paymentIntentRoutes, ...paymentMethodRoutes, ...refundRoutes, ...subscriptionRoutes, ...transferRoutes,
];
