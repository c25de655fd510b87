import type Stripe from "stripe";
import { collectInvoice, intentOf, payingMethod, subscriptionOf } from "../engine/billing";
import { voidInvoice } from "../engine/invoices";
import { methodNamed } from "../engine/methods";
import { must, ref } from "../engine/refs";
import { timed } from "../engine/test-clocks";
import { invalid } from "../http/errors";
import { matches, momentFilter, pageOf, pagingNames, rowsOf } from "../http/lists";
import { mergedMetadata } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { previewInvoice, previewNames } from "./invoice-preview";
import { cardError } from "./payment-intents";

function list(call: Call): Stripe.ApiList<Stripe.Invoice> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  const rows = call.db.invoices.where({ customer: params.text("customer"), subscription: params.text("subscription") });
  return pageOf(call, "/v1/invoices", rows, "invoice", (row) => inTime(row.created) && matches(params, "status", row.status));
}

function listLines(call: Call): Stripe.ApiList<Stripe.InvoiceLineItem> {
  const invoice = must(call.db.invoices, "invoice", idOf(call));
  return pageOf(call, `/v1/invoices/${invoice.id}/lines`, rowsOf(invoice.lines.data), "line_item");
}

function update(call: Call): Stripe.Invoice {
  const invoice = must(call.db.invoices, "invoice", idOf(call));
  invoice.metadata = mergedMetadata(invoice.metadata ?? {}, call.params);
  return call.db.invoices.put(invoice);
}

/** @throws 402 when the card is refused, 400 when the invoice is not open */
function pay(asked: Call): Stripe.Invoice {
  const invoice = must(asked.db.invoices, "invoice", idOf(asked));
  const call = timed(asked, ref(invoice.customer));
  if (invoice.status === "paid") throw invalid("Invoice is already paid", { code: "invoice_already_paid" });
  if (invoice.status !== "open") throw invalid(`This invoice can no longer be paid: its status is ${invoice.status ?? "unknown"}.`);
  const named = call.params.text("payment_method");
  const subscription = subscriptionOf(call, invoice);
  const method = named === undefined ? subscription && payingMethod(call, subscription) : methodNamed(call, named, "payment_method");
  const outcome = collectInvoice(call, invoice, method, { offSession: call.params.flag("off_session") ?? true });
  if (outcome.kind === "refused") throw cardError(intentOf(call, invoice), outcome.refusal);
  if (outcome.kind === "authenticate") throw invalid("This payment requires additional user action before it can be completed successfully.", { code: "invoice_payment_intent_requires_action" });
  return invoice;
}

function makeVoid(call: Call): Stripe.Invoice {
  const invoice = must(call.db.invoices, "invoice", idOf(call));
  if (invoice.status !== "open") throw invalid(`You can only pass in open invoices. This invoice isn't open.`);
  voidInvoice(call, invoice);
  return invoice;
}

function listPayments(call: Call): Stripe.ApiList<Stripe.InvoicePayment> {
  const { params } = call;
  const payment = params.object("payment", ["payment_intent", "type"]);
  const intent = payment?.text("payment_intent");
  const rows = call.db.invoicePayments.where({ invoice: params.text("invoice"), payment_intent: intent });
  return pageOf(call, "/v1/invoice_payments", rows, "invoice_payment", (row) => matches(params, "status", row.status));
}

export const invoiceRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/invoices", accepts: [...pagingNames, "created", "customer", "status", "subscription"], handle: list },
  { method: "POST", path: "/v1/invoices/create_preview", accepts: previewNames, handle: previewInvoice },
  { method: "GET", path: "/v1/invoices/:id", accepts: [], handle: (call) => must(call.db.invoices, "invoice", idOf(call)) },
  { method: "GET", path: "/v1/invoices/:id/lines", accepts: pagingNames, handle: listLines },
  { method: "POST", path: "/v1/invoices/:id", accepts: ["metadata"], handle: update },
  { method: "POST", path: "/v1/invoices/:id/pay", accepts: ["off_session", "payment_method"], handle: pay },
  { method: "POST", path: "/v1/invoices/:id/void", accepts: [], handle: makeVoid },
  { method: "GET", path: "/v1/invoice_payments", accepts: [...pagingNames, "invoice", "payment", "status"], handle: listPayments },
  { method: "GET", path: "/v1/invoice_payments/:id", accepts: [], handle: (call) => must(call.db.invoicePayments, "invoice_payment", idOf(call)) },
];
