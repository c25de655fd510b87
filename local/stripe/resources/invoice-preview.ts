import type Stripe from "stripe";
import { draftInvoice } from "../engine/invoices";
import { changeItems, itemNames } from "../engine/items";
import { periodLines } from "../engine/lines";
import { must, ref } from "../engine/refs";
import { periodEnd, periodStart, rollPeriod } from "../engine/subscriptions";
import { timed } from "../engine/test-clocks";
import { missing } from "../http/errors";
import { Params } from "../http/params";
import type { Call } from "../http/router";
import { copyOf } from "../state/json";
import { atDate, prorationBehaviours } from "./subscription-update";

export const previewNames = ["customer", "preview_mode", "subscription", "subscription_details"] satisfies (keyof Stripe.InvoiceCreatePreviewParams)[];
const nothing = new Params({});

/** The invoice that the change would bring (with `always_invoice`), or else the next one. Nothing is changed. */
export function previewInvoice(asked: Call): Stripe.Invoice {
  const { params } = asked;
  if (!params.has("subscription")) throw missing("subscription");
  const subscription = copyOf(must(asked.db.subscriptions, "subscription", params.requiredText("subscription"), "subscription"));
  const call = timed(asked, ref(subscription.customer));
  const details = params.object("subscription_details", ["items", "proration_behavior", "proration_date"]) ?? nothing;
  const behaviour = details.choice("proration_behavior", prorationBehaviours) ?? "create_prorations";
  const { prorations, cycle } = changeItems(atDate(call, details), subscription, details.objects("items", itemNames));
  const waiting = call.db.pendingLines.get(subscription.id)?.lines ?? [];
  const change = [...waiting, ...(behaviour === "none" ? [] : prorations), ...cycle];
  const now = cycle.length > 0 || (behaviour === "always_invoice" && prorations.length > 0);
  if (now) return previewOf(call, subscription, "subscription_update", change);
  rollPeriod(subscription);
  return previewOf(call, subscription, "subscription_cycle", [...change, ...periodLines(call, subscription, false)]);
}

function previewOf(call: Call, subscription: Stripe.Subscription, reason: "subscription_cycle" | "subscription_update", lines: Stripe.InvoiceLineItem[]): Stripe.Invoice {
  const upcoming = reason === "subscription_cycle";
  const invoice = draftInvoice(call, { subscription, reason, lines, periodStart: upcoming ? periodStart(subscription) : call.now, periodEnd: upcoming ? periodEnd(subscription) : call.now });
  const id = invoice.id.replace("in_", "upcoming_in_");
  return { ...invoice, id, next_payment_attempt: upcoming ? periodStart(subscription) : call.now, lines: { ...invoice.lines, data: invoice.lines.data.map((line) => ({ ...line, invoice: id })) } };
}
