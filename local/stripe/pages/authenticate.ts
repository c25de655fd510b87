import { intentPaid, intentRefused } from "../engine/billing";
import { attemptPayment, failAuthentication } from "../engine/intents";
import { attachMethod } from "../engine/methods";
import { describeMoney } from "../engine/money";
import { ref } from "../engine/refs";
import { page, seeOther, type Outgoing } from "../http/exchange";
import type { Context } from "../state/context";
import { authenticationPage } from "./checkout";
import { html, layout } from "./layout";

/** 3-D Secure for an intent that the app confirmed itself. */
export function showIntentAuthentication(ctx: Context, id: string): Outgoing {
  const intent = ctx.db.paymentIntents.get(id);
  if (intent?.status !== "requires_action") return nothingToDo();
  return authenticationPage(describeMoney(intent.amount, intent.currency));
}

export function submitIntentAuthentication(ctx: Context, id: string, form: URLSearchParams): Outgoing {
  const intent = ctx.db.paymentIntents.get(id);
  const method = ctx.db.paymentMethods.get(ref(intent?.payment_method) ?? "");
  if (intent?.status !== "requires_action" || !method) return nothingToDo();
  const returnUrl = intent.next_action?.redirect_to_url?.return_url ?? null;
  const passed = form.get("outcome") === "complete";
  if (passed) {
    const customer = ref(intent.customer);
    attemptPayment(ctx, intent, method, { offSession: false, passedNow: true });
    if (customer !== null && intent.setup_future_usage !== null) attachMethod(ctx, method, customer);
    intentPaid(ctx, intent);
  } else {
    failAuthentication(ctx, intent, method);
    intentRefused(ctx, intent);
  }
  if (returnUrl === null) return page(layout({ title: "Done", body: html`<div class="card"><h1>${passed ? "Authenticated." : "Not authenticated."}</h1><p class="quiet">You may close this page.</p></div>` }));
  const back = new URL(returnUrl);
  back.searchParams.set("payment_intent", intent.id);
  back.searchParams.set("payment_intent_client_secret", intent.client_secret ?? "");
  back.searchParams.set("redirect_status", passed ? "succeeded" : "failed");
  return seeOther(back.href);
}

function nothingToDo(): Outgoing {
  return page(layout({ title: "Nothing to do", body: html`<div class="card"><h1>There is nothing to authenticate here.</h1></div>` }));
}
