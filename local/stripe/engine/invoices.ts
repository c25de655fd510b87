import type Stripe from "stripe";
import { fullList } from "../http/lists";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { livingCustomer } from "./customers";
import { discountsOn, spendDiscounts } from "./discounts";
import { ref } from "./refs";

export interface InvoiceDetails {
  subscription: Stripe.Subscription;
  reason: Stripe.Invoice.BillingReason;
  lines: Stripe.InvoiceLineItem[];
  /** Unix seconds: the period that the invoice looks back on. */
  periodStart: number;
  periodEnd: number;
}

/** Writes and finalises an invoice: `open`, or at once `paid` when nothing is due. */
export function issueInvoice(ctx: Context, details: InvoiceDetails): Stripe.Invoice {
  const invoice = issueDraft(ctx, details);
  finaliseInvoice(ctx, invoice);
  return invoice;
}

/** Writes an invoice that nobody is asked to pay yet. */
export function issueDraft(ctx: Context, details: InvoiceDetails): Stripe.Invoice {
  const invoice = draftInvoice(ctx, details);
  ctx.db.invoices.put(invoice);
  spendDiscounts(ctx, details.subscription, invoice);
  details.subscription.latest_invoice = invoice.id;
  ctx.db.subscriptions.put(details.subscription);
  ctx.emit("invoice.created", invoice);
  return invoice;
}

export function finaliseInvoice(ctx: Context, invoice: Stripe.Invoice): void {
  invoice.status = "open";
  invoice.number = nextNumber(ctx, ref(invoice.customer) ?? "");
  invoice.effective_at = ctx.now;
  invoice.status_transitions.finalized_at = ctx.now;
  invoice.hosted_invoice_url = `${ctx.baseUrl}/invoices/${invoice.id}`;
  invoice.invoice_pdf = `${ctx.baseUrl}/invoices/${invoice.id}/pdf`;
  ctx.db.invoices.put(invoice);
  ctx.emit("invoice.finalized", invoice);
  if (invoice.amount_due === 0) markPaid(ctx, invoice);
}

export function draftInvoice(ctx: Context, details: InvoiceDetails): Stripe.Invoice {
  const { subscription } = details;
  const id = newId("in");
  const customer = livingCustomer(ctx, ref(subscription.customer) ?? "");
  const subtotal = details.lines.reduce((sum, line) => sum + line.amount, 0);
  const open = details.lines.filter(({ discountable }) => discountable).reduce((sum, line) => sum + line.amount, 0);
  const discounts = discountsOn(ctx, subscription, open);
  const total = subtotal - discounts.reduce((sum, { amount }) => sum + amount, 0);
  const due = Math.max(0, total);
  return {
    id,
    object: "invoice",
    ...untouched,
    amount_due: due,
    amount_remaining: due,
    billing_reason: details.reason,
    created: ctx.now,
    currency: subscription.currency,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    default_payment_method: null,
    lines: fullList(`/v1/invoices/${id}/lines`, details.lines.map((line) => ({ ...line, invoice: id, discount_amounts: line.discountable ? shareOf(discounts, line.amount, open) : [] }))),
    parent: {
      quote_details: null,
      subscription_details: { metadata: { ...subscription.metadata }, subscription: subscription.id },
      type: "subscription_details",
    },
    period_end: details.periodEnd,
    period_start: details.periodStart,
    test_clock: subscription.test_clock,
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal,
    subtotal_excluding_tax: subtotal,
    discounts: discounts.map(({ discount }) => discount),
    total,
    total_discount_amounts: discounts,
    total_excluding_tax: total,
  };
}

/** What of the discounts falls on a line; the invoice's own amounts are the exact ones. */
function shareOf(discounts: readonly Stripe.Invoice.TotalDiscountAmount[], amount: number, subtotal: number): Stripe.InvoiceLineItem.DiscountAmount[] {
  return subtotal <= 0 ? [] : discounts.map((one) => ({ amount: Math.round((one.amount * amount) / subtotal), discount: one.discount }));
}

/** The fields that every fresh invoice has alike. */
const untouched = {
  account_country: "US",
  account_name: "DirectFanz",
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_paid_off_stripe: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  auto_advance: true,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  automatically_finalizes_at: null,
  collection_method: "charge_automatically",
  custom_fields: null,
  customer_account: null,
  customer_address: null,
  customer_phone: null,
  customer_shipping: null,
  customer_tax_exempt: "none",
  customer_tax_ids: [],
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  due_date: null,
  effective_at: null,
  ending_balance: 0,
  footer: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  issuer: { type: "self" },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  starting_balance: 0,
  statement_descriptor: null,
  status: "draft",
  test_clock: null,
  total_discount_amounts: [],
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Stripe.Invoice>;

function nextNumber(ctx: Context, customerId: string): string {
  const customer = livingCustomer(ctx, customerId);
  const sequence = customer.next_invoice_sequence ?? 1;
  ctx.db.customers.put({ ...customer, next_invoice_sequence: sequence + 1 });
  return `${customer.invoice_prefix ?? "DFZ"}-${String(sequence).padStart(4, "0")}`;
}

/** Ties the intent that collects the invoice to it: the way from an invoice to its charge. */
export function tieIntent(ctx: Context, invoice: Stripe.Invoice, intent: Stripe.PaymentIntent): Stripe.InvoicePayment {
  return ctx.db.invoicePayments.put({
    id: newId("inpay"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: ctx.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
}

export function paymentsOf(ctx: Context, invoice: string): Stripe.InvoicePayment[] {
  return ctx.db.invoicePayments.by("invoice", invoice).reverse();
}

export function paymentByIntent(ctx: Context, intent: string): Stripe.InvoicePayment | undefined {
  return ctx.db.invoicePayments.by("payment_intent", intent).at(-1);
}

/** Closes the invoice as paid, with the payment of its intent when there was one. */
export function markPaid(ctx: Context, invoice: Stripe.Invoice, payment?: Stripe.InvoicePayment): void {
  invoice.status = "paid";
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.attempted = true;
  invoice.attempt_count += payment ? 1 : 0;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = ctx.now;
  ctx.db.invoices.put(invoice);
  ctx.emit("invoice.paid", invoice);
  ctx.emit("invoice.payment_succeeded", invoice);
  if (!payment) return;
  payment.status = "paid";
  payment.amount_paid = payment.amount_requested;
  payment.status_transitions.paid_at = ctx.now;
  ctx.db.invoicePayments.put(payment);
  ctx.emit("invoice_payment.paid", payment);
}

export function markUncollectible(ctx: Context, invoice: Stripe.Invoice): void {
  invoice.status = "uncollectible";
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.marked_uncollectible_at = ctx.now;
  ctx.db.invoices.put(invoice);
  ctx.emit("invoice.marked_uncollectible", invoice);
}

export function voidInvoice(ctx: Context, invoice: Stripe.Invoice): void {
  invoice.status = "void";
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.voided_at = ctx.now;
  ctx.db.invoices.put(invoice);
  ctx.emit("invoice.voided", invoice);
}
