import type { Currency } from "@/lib/platform/money";

/** A monthly membership to be paid on the provider's own page. */
export interface CheckoutRequest {
  /** Our row's id: the idempotency key, and what the provider's objects carry back to us. */
  checkoutId: string;
  customerId: string | undefined;
  email: string;
  productName: string;
  amount: number;
  currency: Currency;
  interval: "month";
  successUrl: string;
  cancelUrl: string;
  expiresAt: Date;
}

export interface RailCheckout {
  providerId: string;
  state: "open" | "completed" | "expired";
  url: string | undefined;
  subscriptionId: string | undefined;
  customerId: string | undefined;
}

export interface RailSubscription {
  providerId: string;
  /** From the metadata we gave; absent on what is not ours. */
  checkoutId: string | undefined;
  customerId: string;
  status: "pending" | "active" | "past_due" | "ended";
  amount: number;
  currency: string;
  currentPeriodEnd: Date;
  startedAt: Date;
  endedAt: Date | undefined;
  cancelAtPeriodEnd: boolean;
}

/** Money that has moved: one charge and what it cost. Minor units. */
export interface RailPayment {
  chargeId: string;
  invoiceId: string;
  balanceTransactionId: string;
  gross: number;
  fee: number;
  currency: string;
  paidAt: Date;
}

export interface RailInvoice {
  id: string;
  paymentIntentId: string;
  /** The end of the month it paid for. */
  paidUntil: Date;
}

/** Pages of the provider on which a fan pays. */
export interface CheckoutRail {
  createCheckout: (request: CheckoutRequest) => Promise<RailCheckout>;
  readCheckout: (providerId: string) => Promise<RailCheckout | undefined>;
  /** Closes an open checkout; says what it was when it could not be closed any more. */
  expireCheckout: (providerId: string) => Promise<RailCheckout | undefined>;
}

/** Memberships as the provider runs them. */
export interface SubscriptionRail {
  readSubscription: (providerId: string) => Promise<RailSubscription | undefined>;
  /** Ends a subscription with its paid period, or lets it go on. */
  setCancelAtPeriodEnd: (subscriptionId: string, cancel: boolean) => Promise<void>;
  /** Ends a subscription now; what it still asks for is dropped. Repeating it changes nothing. */
  endSubscription: (subscriptionId: string) => Promise<void>;
  /** Ends a subscription now and returns all that was paid for it. Repeating it changes nothing. */
  undoSubscription: (subscriptionId: string) => Promise<void>;
}

/** What was paid. */
export interface PaymentsRail {
  /** Paid invoices, newest first, at most 24. */
  paidInvoices: (subscriptionId: string) => Promise<RailInvoice[]>;
  readPayment: (invoice: RailInvoice) => Promise<RailPayment>;
}

/** One way of moving money. Each method asks the provider now; callers hold no transaction. Throws ProviderFailed or NotConfigured. */
export interface PaymentRail extends CheckoutRail, SubscriptionRail, PaymentsRail {
  name: string;
  /** Why this rail will not take this rating's money; undefined when it will. */
  refusal: (rating: "general" | "adult") => string | undefined;
  /** For preflight: the key opens an account. */
  check: () => Promise<void>;
}
