import type { Currency } from "@/lib/platform/money";

export type Interval = "month" | "year";

/** A membership to be paid on the provider's own page. */
export interface CheckoutRequest {
  /** Our row's id: the idempotency key, and what the provider's objects carry back to us. */
  checkoutId: string;
  customerId: string | undefined;
  email: string;
  productName: string;
  amount: number;
  currency: Currency;
  interval: Interval;
  /** Days before the first payment; 0: it is paid at once. */
  trialDays: number;
  /** What was made by ensureDiscount. */
  discountId: string | undefined;
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
  interval: Interval;
  /** What the provider sells it as; a change of tier or amount gives it another. */
  productId: string;
  currentPeriodEnd: Date;
  /** Empty: there is no trial, and was none. */
  trialEndsAt: Date | undefined;
  /** Until then nobody is charged. */
  pausedUntil: Date | undefined;
  /** A change waits for its payment. */
  changePending: boolean;
  /** Of the card that pays, in two letters. */
  cardCountry: string | undefined;
  startedAt: Date;
  endedAt: Date | undefined;
  cancelAtPeriodEnd: boolean;
}

/** Money that has moved: one charge and what it cost. Minor units. */
export interface RailPayment {
  chargeId: string;
  /** Of a membership's bill; what is paid once has none. */
  invoiceId: string | undefined;
  balanceTransactionId: string;
  gross: number;
  fee: number;
  currency: string;
  paidAt: Date;
  /** Where the bank of the card is, two letters; absent for what is no card. */
  cardCountry?: string | undefined;
}

export interface RailInvoice {
  id: string;
  /** Absent: there was nothing to pay, as when a code made it free. */
  paymentIntentId: string | undefined;
  /** The end of the month it paid for. */
  paidUntil: Date;
  /** What was taken off its sum. */
  discount: number;
}

/** A bill that was refused and is still asked for. */
export interface RailOverdue {
  invoiceId: string;
  amount: number;
  currency: string;
  failedAt: Date;
  /** The bank's code. */
  reason: string | undefined;
  tries: number;
  nextTryAt: Date | undefined;
}

export interface RailCardPage {
  providerId: string;
  state: "open" | "completed" | "expired";
  url: string | undefined;
  cardId: string | undefined;
}

/** What a change would cost at once, as the provider counts it. */
export interface RailPreview {
  lines: { kind: "back" | "charge" | "discount"; amount: number }[];
  due: number;
  currency: string;
  /** What is left of what is paid is counted within these. */
  periodStart: Date;
  periodEnd: Date;
  /** Until when it is paid once that is paid: another period, when the rhythm changes. */
  paidUntil: Date;
}

export interface ChangeRequest {
  /** Our row's id: the idempotency key. */
  changeId: string;
  subscriptionId: string;
  productName: string;
  amount: number;
  interval: Interval;
  /** The moment the preview was counted from. */
  at: Date;
}

/** Something taken off payments. One of percentOff and amountOff is there. */
export interface DiscountRequest {
  /** Our row's id, and the provider's name for it. */
  discountId: string;
  /** Shown on the provider's page and papers; 40 characters at most. */
  name: string;
  percentOff: number | null;
  amountOff: number | null;
  currency: string;
  duration: "once" | "months" | "forever";
  months: number | null;
}

/** Pages of the provider on which a fan pays. */
export interface CheckoutRail {
  /** Makes a discount known to the provider. Its terms never change; made twice, it is there once. */
  ensureDiscount: (request: DiscountRequest) => Promise<void>;
  createCheckout: (request: CheckoutRequest) => Promise<RailCheckout>;
  readCheckout: (providerId: string) => Promise<RailCheckout | undefined>;
  /** Closes an open checkout; says what it was when it could not be closed any more. */
  expireCheckout: (providerId: string) => Promise<RailCheckout | undefined>;
}

/** Memberships as the provider runs them. */
/** A payment that was returned without ever having been a sale. Minor units. */
export interface UndonePayment {
  chargeId: string;
  refundId: string;
  amount: number;
  fee: number;
  currency: string;
  paidAt: Date;
}

export interface SubscriptionRail {
  readSubscription: (providerId: string) => Promise<RailSubscription | undefined>;
  /** The refused bill of a subscription that is past due. */
  readOverdue: (subscriptionId: string) => Promise<RailOverdue | undefined>;
  /** Ends a subscription with its paid period, or lets it go on. */
  setCancelAtPeriodEnd: (subscriptionId: string, cancel: boolean) => Promise<void>;
  /** Ends a subscription now; what it still asks for is dropped. Repeating it changes nothing. */
  endSubscription: (subscriptionId: string) => Promise<void>;
  /** Ends a subscription now and returns all that was paid for it. Repeating it changes nothing. */
  undoSubscription: (subscriptionId: string) => Promise<UndonePayment[]>;
}

/** Another card, on the provider's own page. */
export interface CardsRail {
  createCardPage: (request: { cardUpdateId: string; subscriptionId: string; successUrl: string; cancelUrl: string; expiresAt: Date }) => Promise<RailCardPage>;
  readCardPage: (providerId: string) => Promise<RailCardPage | undefined>;
  /** Makes a card pay for all that its owner pays here, and at once for what is overdue. Returns which memberships that concerns, and the bank's code if it refused. Repeating it changes nothing. */
  useCard: (cardId: string) => Promise<{ subscriptionIds: string[]; refusal: string | undefined }>;
}

/** Another amount, tier or rhythm while a membership runs. */
export interface ChangesRail {
  previewChange: (request: { subscriptionId: string; amount: number; interval: Interval; at: Date }) => Promise<RailPreview>;
  /** Asks for the rest of the period at the new amount; the change takes effect only with that payment. `payUrl`: where a refused or unproven card can be seen to. */
  changeNow: (request: ChangeRequest) => Promise<{ productId: string; done: boolean; payUrl: string | undefined }>;
  /** From the next bill on; nothing is charged or credited for the running period. */
  changeFromNextBill: (request: Omit<ChangeRequest, "at" | "interval">) => Promise<{ productId: string }>;
  /** Another rhythm from the end of what is paid on. Repeating it changes nothing. */
  changeRhythmAtEnd: (request: Omit<ChangeRequest, "at">) => Promise<{ productId: string }>;
  /** Drops what changeRhythmAtEnd asked for, if it has not begun to hold. Repeating it changes nothing. */
  keepRhythm: (which: { changeId: string; subscriptionId: string }) => Promise<void>;
  /** Nobody is charged until then; undefined ends it. Repeating it changes nothing. */
  setPause: (subscriptionId: string, until: Date | undefined) => Promise<void>;
}

/** What was paid. */
export interface PaymentsRail {
  /** Paid invoices, free ones among them, newest first, at most 24. */
  paidInvoices: (subscriptionId: string) => Promise<RailInvoice[]>;
  readPayment: (invoice: { id: string; paymentIntentId: string }) => Promise<RailPayment>;
}

/** One way of moving money. Each method asks the provider now; callers hold no transaction. Throws ProviderFailed or NotConfigured. */
export interface PaymentRail extends CheckoutRail, SubscriptionRail, CardsRail, ChangesRail, PaymentsRail {
  name: string;
  /** Why this rail will not take this rating's money; undefined when it will. */
  refusal: (rating: "general" | "adult") => string | undefined;
  /** For preflight: the key opens an account. */
  check: () => Promise<void>;
}
