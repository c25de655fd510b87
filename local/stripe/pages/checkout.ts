import type Stripe from "stripe";
import { enterCode, finishAuthentication, payWithCard, successUrl, type CheckoutStep } from "../engine/checkout";
import { describeMoney } from "../engine/money";
import { ref } from "../engine/refs";
import { timed } from "../engine/test-clocks";
import { page, seeOther, type Outgoing } from "../http/exchange";
import type { Context } from "../state/context";
import type { CheckoutPlan } from "../state/tables";
import { cardFields, readCard, testCardHints, type Typed } from "./card-form";
import { html, layout, once, type Html } from "./layout";

export function showCheckout(ctx: Context, id: string): Outgoing {
  const session = ctx.db.sessions.get(id);
  const plan = ctx.db.plans.get(id);
  if (!session || !plan) return page(layout({ title: "Not found", body: html`<h1>This payment page does not exist.</h1>` }), 404);
  if (session.status !== "open") return closedPage(session);
  return payPage(ctx, session, plan, undefined, prefilled(ctx, session));
}

export function submitCard(visit: Context, id: string, form: URLSearchParams): Outgoing {
  const session = visit.db.sessions.get(id);
  const ctx = timed(visit, ref(session?.customer));
  const plan = ctx.db.plans.get(id);
  if (!session || !plan) return showCheckout(ctx, id);
  if (session.status !== "open") return seeOther(`/c/pay/${id}`);
  const read = readCard(form, ctx.now);
  const typed = { email: form.get("email") ?? "", name: form.get("name") ?? "" };
  if (typeof read === "string") return payPage(ctx, session, plan, read, typed);
  const code = form.get("promotionCode") ?? "";
  const problem = session.allow_promotion_codes && code !== "" ? enterCode(ctx, session, code) : undefined;
  if (problem !== undefined) return payPage(ctx, session, plan, problem, typed);
  return follow(ctx, session, plan, payWithCard(ctx, session, read), typed);
}

export function showAuthentication(ctx: Context, id: string): Outgoing {
  const session = ctx.db.sessions.get(id);
  if (!session || session.status !== "open" || !ctx.db.plans.get(id)?.method) return seeOther(`/c/pay/${id}`);
  return authenticationPage(describeMoney(session.amount_total ?? 0, session.currency ?? "usd"));
}

export function submitAuthentication(visit: Context, id: string, form: URLSearchParams): Outgoing {
  const session = visit.db.sessions.get(id);
  const ctx = timed(visit, ref(session?.customer));
  const plan = ctx.db.plans.get(id);
  if (!session || !plan || session.status !== "open") return seeOther(`/c/pay/${id}`);
  const step = finishAuthentication(ctx, session, form.get("outcome") === "complete");
  return follow(ctx, session, plan, step, prefilled(ctx, session));
}

function follow(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan, step: CheckoutStep, typed: Typed): Outgoing {
  if (step.kind === "complete") return seeOther(successUrl(session));
  if (step.kind === "authenticate") return seeOther(`/c/pay/${session.id}/authenticate`);
  return payPage(ctx, session, plan, step.message, typed);
}

function prefilled(ctx: Context, session: Stripe.Checkout.Session): Typed {
  const customer = ctx.db.customers.get(ref(session.customer) ?? "");
  if (!customer || customer.deleted) return { email: session.customer_email ?? "", name: "" };
  return { email: customer.email ?? "", name: customer.name ?? "" };
}

function closedPage(session: Stripe.Checkout.Session): Outgoing {
  if (session.status === "expired") {
    return page(layout({ title: "Expired", body: html`<div class="card"><h1>This payment page has expired.</h1><p class="quiet">Nothing was charged.</p><a class="button" href="${session.cancel_url ?? "/"}">Go back</a></div>` }));
  }
  return page(layout({ title: "Already paid", body: html`<div class="card"><h1>This is already paid.</h1><p class="quiet">You will not be charged again.</p><a class="button" href="${successUrl(session)}">Continue</a></div>` }));
}

function payPage(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan, problem: string | undefined, typed: Typed): Outgoing {
  const body = html`
    ${session.cancel_url === null ? null : html`<a class="back" href="${session.cancel_url}">← Back</a>`}
    ${summary(ctx, session, plan)}
    <form class="card" method="post" action="/c/pay/${session.id}" ${once}>
      <h1>Pay with card</h1>
      ${problem === undefined ? null : html`<p class="problem" role="alert" id="problem">${problem}</p>`}
      ${cardFields(typed, problem !== undefined)}
      ${session.allow_promotion_codes ? html`<label for="promotionCode">Promotion code</label><input id="promotionCode" name="promotionCode" autocomplete="off">` : null}
      <button type="submit">${session.mode === "subscription" ? "Subscribe" : session.mode === "setup" ? "Save card" : `Pay ${describeMoney(session.amount_total ?? 0, session.currency ?? "usd")}`}</button>
    </form>
    ${testCardHints()}`;
  return page(layout({ title: "Checkout", body }));
}

function summary(ctx: Context, session: Stripe.Checkout.Session, plan: CheckoutPlan): Html {
  const currency = session.currency ?? "usd";
  if (session.mode === "setup") return html`<section class="card" aria-label="Summary"><p class="amount">Save a card</p><p class="quiet">Nothing is charged.</p></section>`;
  const recurring = plan.lineItems.find((item) => item.price?.recurring)?.price?.recurring;
  const total = describeMoney(session.amount_total ?? 0, currency);
  const trial = plan.subscription.trialDays;
  return html`<section class="card" aria-label="Summary">
    ${trial > 0 ? html`<p class="amount">${trial} days free</p><p class="quiet">then ${total} ${recurring ? `per ${every(recurring)}` : ""}</p>` : html`<p class="amount">${total}</p>${recurring ? html`<p class="quiet">per ${every(recurring)}</p>` : null}`}
    ${plan.lineItems.map((item) => html`<p class="quiet">${item.description}${(item.quantity ?? 1) > 1 ? ` × ${item.quantity ?? 1}` : ""} · ${describeMoney(item.amount_total, currency)}</p>`)}
  </section>`;
}

function every(recurring: Stripe.Price.Recurring): string {
  return recurring.interval_count === 1 ? recurring.interval : `${recurring.interval_count} ${recurring.interval}s`;
}

/** The bank's page; its two buttons stand for what the holder does there. */
export function authenticationPage(amount: string): Outgoing {
  return page(layout({
    title: "Authenticate",
    body: html`<form class="card" method="post"><h1>3-D Secure 2 test page</h1><p class="quiet">Your bank wants to know that it is you who pays ${amount}.</p>
      <button name="outcome" value="complete">Complete</button><button class="second" name="outcome" value="fail">Fail</button></form>`,
  }));
}
