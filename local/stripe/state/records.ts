import type Stripe from "stripe";

/** How a saved card behaves: the number never leaves the double. */
export interface CardSecret {
  /** The payment method's id. */
  id: string;
  number: string;
  /** The holder has passed 3-D Secure once; some cards need it once, others every time. */
  authenticated: boolean;
}

/** What Stripe remembers of a Checkout Session and does not show on it. */
export interface CheckoutPlan {
  /** The session's id. */
  id: string;
  lineItems: Stripe.LineItem[];
  subscription: { metadata: Record<string, string>; description: string | null; trialDays: number };
  payment: { metadata: Record<string, string>; description: string | null; transferGroup: string | null; receiptEmail: string | null; descriptorSuffix: string | null; setupFutureUsage: "off_session" | "on_session" | null };
  setup: { metadata: Record<string, string> };
  /** The intent of the card attempts so far. */
  intent: string | null;
  /** The card that waits for 3-D Secure. */
  method: string | null;
}

/** Lines that wait for a subscription's next invoice. */
export interface PendingLines {
  /** The subscription's id. */
  id: string;
  lines: Stripe.InvoiceLineItem[];
}

export interface OnboardingLink {
  id: string;
  account: string;
  returnUrl: string;
  refreshUrl: string;
  /** Unix seconds. */
  expiresAt: number;
}

/** A visit to the hosted billing portal. */
export interface PortalVisit {
  id: string;
  customer: string;
  returnUrl: string | null;
  /** The visit is for a new card only. */
  cardOnly: boolean;
  /** Where it leads once the card is changed. */
  then: string | null;
}

/** The kept answer to a request with an idempotency key. */
export interface KeptAnswer {
  /** The key itself. */
  id: string;
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  /** Unix seconds. */
  created: number;
}

/** One event on its way to the webhook endpoint. Times are real milliseconds, not the simulated clock. */
export interface Delivery {
  id: string;
  event: string;
  type: string;
  /** Deliveries of one action share a batch and leave in order. */
  batch: string;
  state: "waiting" | "delivered" | "abandoned";
  attempts: number;
  createdAt: number;
  nextAt: number;
  lastStatus: number | null;
  lastError: string | null;
}

export interface ClockRow {
  id: "clock";
  /** How far the double's clock is ahead of the real one. */
  aheadSeconds: number;
}

export interface SwitchesRow {
  id: "webhooks";
  duplicates: number;
  reorder: boolean;
  delayMs: number;
  paused: boolean;
}

/** What will become of a dispute or a refund, at a moment (Unix seconds). */
export interface Planned {
  /** The object's id. */
  id: string;
  at: number;
  outcome: "won" | "lost" | "closed" | "succeeded" | "failed";
}

/** The number of a bank account, which Stripe never shows again. */
export interface BankSecret {
  /** The bank account's id. */
  id: string;
  number: string;
}

/** A change of a subscription that waits for its payment. */
export interface PendingUpdate {
  /** The subscription's id. */
  id: string;
  invoice: string;
  items: Stripe.SubscriptionItem[];
  /** From which moment its periods are counted: another one after a change of the interval. */
  anchor: number;
}

export interface FileContent {
  /** The file's id. */
  id: string;
  base64: string;
}
