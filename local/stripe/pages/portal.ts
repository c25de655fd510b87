import type Stripe from "stripe";
import { collectInvoice } from "../engine/billing";
import { livingCustomer } from "../engine/customers";
import { attachMethod, newCardMethod, type CardDetails } from "../engine/methods";
import { ask } from "../engine/intents";
import { describeMoney } from "../engine/money";
import { must, ref } from "../engine/refs";
import { markForCancellation, periodEnd } from "../engine/subscriptions";
import { timed } from "../engine/test-clocks";
import { page, seeOther, type Outgoing } from "../http/exchange";
import type { Context } from "../state/context";
import type { PortalVisit } from "../state/tables";
import { cardFields, readCard, testCardHints } from "./card-form";
import { html, layout, once, type Html } from "./layout";

export function showPortal(ctx: Context, id: string): Outgoing {
  const visit = ctx.db.portalVisits.get(id);
  if (!visit) return page(layout({ title: "Not found", body: html`<h1>This link does not exist.</h1>` }), 404);
  return portalPage(ctx, visit, undefined);
}

/** One form changes the card, the others end a subscription or take that back. */
export function submitPortal(here: Context, id: string, form: URLSearchParams): Outgoing {
  const visit = here.db.portalVisits.get(id);
  const ctx = timed(here, visit?.customer ?? null);
  if (!visit) return showPortal(ctx, id);
  const subscription = subscriptionsOf(ctx, visit.customer).find((one) => one.id === form.get("subscription"));
  if (subscription) {
    markForCancellation(ctx, subscription, form.get("cancel") === "true");
    return seeOther(`/p/session/${id}`);
  }
  const read = readCard(form, ctx.now);
  const problem = typeof read === "string" ? read : changeCard(ctx, visit.customer, read);
  return problem === undefined ? seeOther(visit.then ?? `/p/session/${id}`) : portalPage(ctx, visit, problem);
}

/** The new card pays from now on, and at once whatever is overdue. */
function changeCard(ctx: Context, customerId: string, details: CardDetails): string | undefined {
  const method = newCardMethod(ctx, details);
  const answer = ask(ctx, method, { offSession: false, passedNow: true });
  if (answer.kind === "refuses") return answer.refusal.message;
  attachMethod(ctx, method, customerId);
  const customer = livingCustomer(ctx, customerId);
  const next: Stripe.Customer = { ...customer, invoice_settings: { ...customer.invoice_settings, default_payment_method: method.id } };
  ctx.db.customers.put(next);
  ctx.emit("customer.updated", next, { invoice_settings: customer.invoice_settings });
  for (const subscription of subscriptionsOf(ctx, customerId)) {
    const previous = { default_payment_method: subscription.default_payment_method };
    subscription.default_payment_method = method.id;
    ctx.db.subscriptions.put(subscription);
    ctx.emit("customer.subscription.updated", subscription, previous);
    const invoice = ctx.db.invoices.get(ref(subscription.latest_invoice) ?? "");
    if (invoice?.status === "open") collectInvoice(ctx, invoice, method, { offSession: false, passedNow: true });
  }
  return undefined;
}

function subscriptionsOf(ctx: Context, customer: string): Stripe.Subscription[] {
  return ctx.db.subscriptions.by("customer", customer).reverse().filter((row) => ["active", "past_due", "trialing"].includes(row.status));
}

function portalPage(ctx: Context, visit: PortalVisit, problem: string | undefined): Outgoing {
  const customer = livingCustomer(ctx, visit.customer);
  const body = html`${visit.returnUrl === null ? null : html`<a class="back" href="${visit.returnUrl}">← Back</a>`}
    <h1>Your billing</h1>${visit.cardOnly ? null : subscriptionsOf(ctx, customer.id).map((one) => subscriptionCard(ctx, one))}
    <form class="card" method="post" ${once}><h2>Change card</h2>
      ${problem === undefined ? null : html`<p class="problem" role="alert" id="problem">${problem}</p>`}
      ${cardFields({ email: customer.email ?? "", name: customer.name ?? "" }, problem !== undefined)}
      <button type="submit">Save card</button></form>${testCardHints()}`;
  return page(layout({ title: "Your billing", body }));
}

function subscriptionCard(ctx: Context, subscription: Stripe.Subscription): Html {
  const item = subscription.items.data[0];
  const until = new Date(periodEnd(subscription) * 1000).toISOString().slice(0, 10);
  const ending = subscription.cancel_at_period_end;
  const card = ctx.db.paymentMethods.get(ref(subscription.default_payment_method) ?? "")?.card;
  const product = item && must(ctx.db.products, "product", ref(item.price.product)).name;
  return html`<form class="card" method="post" ${once}><h2>${product}</h2><p class="quiet">${describeMoney(item?.price.unit_amount ?? 0, subscription.currency)} per ${item?.price.recurring?.interval} · ${ending ? "ends" : "next payment"} ${until}</p>
    <p class="quiet">${card ? `${card.brand} ending in ${card.last4}` : null}${subscription.status === "past_due" ? " · the last payment failed" : ""}</p>
    <input type="hidden" name="subscription" value="${subscription.id}"><button class="second" name="cancel" value="${ending ? "false" : "true"}">${ending ? "Keep it" : "Cancel at the end of the period"}</button></form>`;
}
