import type Stripe from "stripe";
import type { Context } from "../state/context";
import type { CheckoutPlan } from "../state/tables";
import { issueFirstInvoice, intentPaid } from "./billing";
import type { Refusal } from "./cards";
import { livingCustomer, newCustomer } from "./customers";
import { redeem, reduction, typedVoucher, type Voucher } from "./discounts";
import { ask, attemptPayment, type AttemptOptions, authenticationFailure, failAuthentication, newIntent } from "./intents";
import { tieIntent } from "./invoices";
import { oneOffLine } from "./lines";
import { attachMethod, newCardMethod, rememberAuthentication, type CardDetails } from "./methods";
import { must, ref } from "./refs";
import { newSetup } from "./setup";
import { newSubscription, setStatus } from "./subscriptions";

export type CheckoutStep = { kind: "complete" } | { kind: "authenticate" } | { kind: "problem"; message: string };

const day = 86_400;

/** The card form was submitted. A session that is not open any more is left as it is. */
export function payWithCard(ctx: Context, session: Stripe.Checkout.Session, details: CardDetails): CheckoutStep {
  if (session.status !== "open") return { kind: "complete" };
  const plan = must(ctx.db.plans, "checkout.session", session.id);
  const method = newCardMethod(ctx, details);
  return pay(ctx, session, plan, method, false);
}

/** The person came back from the bank's page. */
export function finishAuthentication(ctx: Context, session: Stripe.Checkout.Session, passed: boolean): CheckoutStep {
  if (session.status !== "open") return { kind: "complete" };
  const plan = must(ctx.db.plans, "checkout.session", session.id);
  const method = ctx.db.paymentMethods.get(plan.method ?? "");
  if (!method) return { kind: "problem", message: "Enter your card details to continue." };
  ctx.db.plans.put({ ...plan, method: null });
  if (passed) return pay(ctx, session, plan, method, true);
  const intent = ctx.db.paymentIntents.get(plan.intent ?? "");
  if (intent) failAuthentication(ctx, intent, method);
  return { kind: "problem", message: authenticationFailure };
}

function pay(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan, method: Stripe.PaymentMethod, passedNow: boolean): CheckoutStep {
  const trial = plan.subscription.trialDays > 0 && session.mode === "subscription";
  const free = (session.amount_total ?? 0) === 0 || trial;
  const answer = ask(ctx, method, { offSession: false, passedNow });
  const options: AttemptOptions = { offSession: false, passedNow, answer };
  if (answer.kind === "pays") {
    if (passedNow) rememberAuthentication(ctx, method);
    if (session.mode === "setup") completeSetup(ctx, session, plan, method);
    else if (session.mode === "subscription") completeSubscription(ctx, session, plan, method, options);
    else completePayment(ctx, session, plan, method, options);
    finish(ctx, session, method, free);
    return { kind: "complete" };
  }

  const intent = free ? undefined : sessionIntent(ctx, session, plan);
  const outcome = intent && attemptPayment(ctx, intent, method, options);
  if (answer.kind === "refuses") return { kind: "problem", message: wordsFor(answer.refusal) };
  ctx.db.plans.put({ ...plan, intent: intent?.id ?? null, method: method.id });
  return outcome?.kind === "paid" ? { kind: "complete" } : { kind: "authenticate" };
}

function wordsFor(refusal: Refusal): string {
  return refusal.declineCode === "generic_decline" ? "Your card was declined. Try another card, or ask your bank." : refusal.message;
}

/** One intent for all the card attempts of a session; the first attempt makes it. */
function sessionIntent(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan): Stripe.PaymentIntent {
  const known = ctx.db.paymentIntents.get(plan.intent ?? "");
  if (known) return known;
  const payment = session.mode === "payment";
  const intent = newIntent(ctx, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "usd",
    customer: ref(session.customer),
    description: payment ? plan.payment.description : "Subscription creation",
    metadata: payment ? { ...plan.payment.metadata } : {},
    setupFutureUsage: payment ? plan.payment.setupFutureUsage : "off_session",
    transferGroup: payment ? plan.payment.transferGroup : null,
    receiptEmail: payment ? plan.payment.receiptEmail : null,
  });
  if (payment) intent.statement_descriptor_suffix = plan.payment.descriptorSuffix;
  plan.intent = intent.id;
  ctx.db.plans.put(plan);
  if (payment) {
    session.payment_intent = intent.id;
    ctx.db.sessions.put(session);
  }
  return intent;
}

function completePayment(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan, method: Stripe.PaymentMethod, options: AttemptOptions): void {
  const wantsCustomer = session.customer_creation === "always" || plan.payment.setupFutureUsage !== null;
  if (session.customer === null && wantsCustomer) session.customer = customerOf(ctx, session, method).id;
  const customer = ref(session.customer);
  if (customer !== null && plan.payment.setupFutureUsage !== null) attachMethod(ctx, method, customer);
  for (const voucher of vouchersOf(ctx, session)) redeem(ctx, voucher, { customer, subscription: null, session: session.id });
  if (session.amount_total === 0) return;
  const intent = sessionIntent(ctx, session, plan);
  intent.customer = customer;
  attemptPayment(ctx, intent, method, options);
}

function completeSubscription(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan, method: Stripe.PaymentMethod, options: AttemptOptions): void {
  const customer = customerOf(ctx, session, method);
  attachMethod(ctx, method, customer.id);
  const lines = plan.lineItems.flatMap((item) => (item.price ? [{ price: item.price, quantity: item.quantity ?? 1 }] : []));
  const { trialDays, metadata, description } = plan.subscription;
  const subscription = newSubscription(ctx, {
    customer: customer.id,
    prices: lines.filter((line) => line.price.recurring !== null),
    metadata: { ...metadata },
    description,
    defaultMethod: method.id,
    trialEnd: trialDays > 0 ? ctx.now + trialDays * day : null,
    vouchers: vouchersOf(ctx, session),
    session: session.id,
  });
  const extra = lines.filter((line) => line.price.recurring === null).map((line) => oneOffLine(ctx, subscription.id, line.price, line.quantity));
  const invoice = issueFirstInvoice(ctx, subscription, extra);
  session.customer = customer.id;
  session.subscription = subscription.id;
  session.invoice = invoice.id;
  if (invoice.status === "paid") {
    if (trialDays === 0) setStatus(ctx, subscription, "active");
    return;
  }
  const intent = sessionIntent(ctx, session, plan);
  intent.customer = customer.id;
  intent.amount = invoice.amount_due;
  tieIntent(ctx, invoice, intent);
  attemptPayment(ctx, intent, method, options);
  intentPaid(ctx, intent);
}

/** Saves the card with the customer, and charges nothing. */
function completeSetup(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan, method: Stripe.PaymentMethod): void {
  const customer = customerOf(ctx, session, method);
  attachMethod(ctx, method, customer.id);
  session.customer = customer.id;
  session.setup_intent = newSetup(ctx, { customer: customer.id, method: method.id, metadata: { ...plan.setup.metadata } }).id;
}

function vouchersOf(ctx: Context, session: Stripe.Checkout.Session): Voucher[] {
  return (session.discounts ?? []).flatMap((one) => {
    const coupon = ctx.db.coupons.get(ref(one.coupon) ?? "");
    return coupon ? [{ coupon, code: ctx.db.promotionCodes.get(ref(one.promotion_code) ?? "") ?? null }] : [];
  });
}

/** Takes a promotion code that the person typed. @returns what is wrong with it */
export function enterCode(ctx: Context, session: Stripe.Checkout.Session, text: string): string | undefined {
  const subtotal = session.amount_subtotal ?? 0;
  const found = typedVoucher(ctx, text, { customer: ref(session.customer), subtotal });
  if (typeof found === "string") return found;
  const off = reduction(found.coupon, subtotal);
  session.discounts = [{ coupon: found.coupon.id, promotion_code: found.code?.id ?? null }];
  session.amount_total = subtotal - off;
  session.total_details = { amount_discount: off, amount_shipping: 0, amount_tax: 0 };
  ctx.db.sessions.put(session);
  return undefined;
}

function customerOf(ctx: Context, session: Stripe.Checkout.Session, method: Stripe.PaymentMethod): Stripe.Customer {
  const known = ref(session.customer);
  if (known !== null) return livingCustomer(ctx, known);
  return newCustomer(ctx, { email: method.billing_details.email, name: method.billing_details.name });
}

function finish(ctx: Context, session: Stripe.Checkout.Session, method: Stripe.PaymentMethod, free: boolean): void {
  const { email, name } = method.billing_details;
  session.status = "complete";
  session.payment_status = free ? "no_payment_required" : "paid";
  session.url = null;
  session.customer_details = {
    address: { city: null, country: "US", line1: null, line2: null, postal_code: null, state: null },
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
  ctx.db.sessions.put(session);
  ctx.emit("checkout.session.completed", session);
}

export function expireSession(ctx: Context, session: Stripe.Checkout.Session): void {
  session.status = "expired";
  session.url = null;
  ctx.db.sessions.put(session);
  ctx.emit("checkout.session.expired", session);
}

/** Where the person goes next, with the session's id filled in. */
export function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}
