import type Stripe from "stripe";
import { BalanceSums } from "./balance-sums";
import { ref } from "./ref";
import type {
  BankSecret, CardSecret, CheckoutPlan, ClockRow, Delivery, FileContent, KeptAnswer, OnboardingLink, PendingLines, PendingUpdate, Planned, PortalVisit, SwitchesRow,
} from "./records";
import { Table, type DueAt } from "./table";
import { disputeDue, invoiceDue, payoutDue, planDue, sessionDue, subscriptionDue } from "./moments";

export type * from "./records";

/** Every table of one account (the platform's, or a connected account's). */
export function emptyTables() {
  const sums = new BalanceSums();
  return {
    accounts: new Table<Stripe.Account>(),
    balanceTransactions: new Table<Stripe.BalanceTransaction, "source" | "type">({
      by: { source: (row) => ref(row.source), type: (row) => row.type },
      due: (row): DueAt | undefined => (row.status === "pending" ? { at: row.available_on, clock: "" } : undefined),
      onPut: (row, before) => {
        sums.note(row, before);
      },
    }),
    bankSecrets: new Table<BankSecret>(),
    banks: new Table<Stripe.BankAccount>(),
    cards: new Table<CardSecret>(),
    charges: new Table<Stripe.Charge, "customer" | "payment_intent" | "transfer_group">({
      by: { customer: (row) => ref(row.customer), payment_intent: (row) => ref(row.payment_intent), transfer_group: (row) => row.transfer_group },
    }),
    clock: new Table<ClockRow>(),
    coupons: new Table<Stripe.Coupon>(),
    customers: new Table<Stripe.Customer | Stripe.DeletedCustomer, "email" | "test_clock">({
      by: { email: (row) => (row.deleted ? null : row.email), test_clock: (row) => (row.deleted ? null : ref(row.test_clock)) },
    }),
    deliveries: new Table<Delivery>(),
    discounts: new Table<Stripe.Discount, "subscription">({ by: { subscription: (row) => row.subscription } }),
    disputePlans: new Table<Planned>({ due: planDue }),
    disputes: new Table<Stripe.Dispute, "charge" | "payment_intent">({ by: { charge: (row) => ref(row.charge), payment_intent: (row) => ref(row.payment_intent) }, due: disputeDue }),
    earlyFraudWarnings: new Table<Stripe.Radar.EarlyFraudWarning, "charge" | "payment_intent">({
      by: { charge: (row) => ref(row.charge), payment_intent: (row) => ref(row.payment_intent) },
    }),
    events: new Table<Stripe.EventBase, "type">({ by: { type: (row) => row.type } }),
    fileContents: new Table<FileContent>(),
    goneCoupons: new Table<Stripe.Coupon>(),
    files: new Table<Stripe.File>(),
    invoicePayments: new Table<Stripe.InvoicePayment, "invoice" | "payment_intent">({
      by: { invoice: (row) => ref(row.invoice), payment_intent: (row) => ref(row.payment.payment_intent) },
    }),
    invoices: new Table<Stripe.Invoice, "customer" | "subscription">({
      by: { customer: (row) => ref(row.customer), subscription: (row) => ref(row.parent?.subscription_details?.subscription) },
      due: invoiceDue,
    }),
    keptAnswers: new Table<KeptAnswer>(),
    onboardingLinks: new Table<OnboardingLink>(),
    paymentIntents: new Table<Stripe.PaymentIntent, "customer">({ by: { customer: (row) => ref(row.customer) } }),
    paymentMethods: new Table<Stripe.PaymentMethod, "customer">({ by: { customer: (row) => ref(row.customer) } }),
    payouts: new Table<Stripe.Payout, "destination">({ by: { destination: (row) => ref(row.destination) }, due: payoutDue }),
    pendingLines: new Table<PendingLines>(),
    pendingUpdates: new Table<PendingUpdate>(),
    plans: new Table<CheckoutPlan>(),
    portalVisits: new Table<PortalVisit>(),
    prices: new Table<Stripe.Price, "product">({ by: { product: (row) => ref(row.product) } }),
    products: new Table<Stripe.Product>(),
    promotionCodes: new Table<Stripe.PromotionCode, "code">({ by: { code: (row) => row.code.toLowerCase() } }),
    refundPlans: new Table<Planned>({ due: planDue }),
    refunds: new Table<Stripe.Refund, "charge" | "payment_intent">({ by: { charge: (row) => ref(row.charge), payment_intent: (row) => ref(row.payment_intent) } }),
    sessions: new Table<Stripe.Checkout.Session, "customer" | "payment_intent" | "subscription">({
      by: { customer: (row) => ref(row.customer), payment_intent: (row) => ref(row.payment_intent), subscription: (row) => ref(row.subscription) },
      due: sessionDue,
    }),
    setupIntents: new Table<Stripe.SetupIntent, "customer">({ by: { customer: (row) => ref(row.customer) } }),
    subscriptionSchedules: new Table<Stripe.SubscriptionSchedule>(),
    subscriptions: new Table<Stripe.Subscription, "customer">({ by: { customer: (row) => ref(row.customer) }, due: subscriptionDue }),
    sums,
    switches: new Table<SwitchesRow>(),
    testClocks: new Table<Stripe.TestHelpers.TestClock>(),
    transfers: new Table<Stripe.Transfer, "destination" | "source_transaction" | "transfer_group">({
      by: { destination: (row) => ref(row.destination), source_transaction: (row) => ref(row.source_transaction), transfer_group: (row) => row.transfer_group },
    }),
  };
}

export type Tables = ReturnType<typeof emptyTables>;
export type TableName = Exclude<keyof Tables, "sums">;
