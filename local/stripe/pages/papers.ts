import { describeMoney } from "../engine/money";
import { page, type Outgoing } from "../http/exchange";
import type { Context } from "../state/context";
import { html, layout } from "./layout";

/** The hosted invoice. */
export function showInvoice(ctx: Context, id: string): Outgoing {
  const invoice = ctx.db.invoices.get(id);
  if (!invoice) return notFound("invoice");
  return page(layout({
    title: `Invoice ${invoice.number ?? ""}`,
    body: html`<div class="card"><h1>Invoice ${invoice.number}</h1><p class="amount">${describeMoney(invoice.total, invoice.currency)}</p><p class="quiet">${invoice.status} · ${invoice.customer_email}</p>
      ${invoice.lines.data.map((line) => html`<p>${line.description}: ${describeMoney(line.amount, line.currency)}</p>`)}</div>`,
  }));
}

export function showReceipt(ctx: Context, id: string): Outgoing {
  const charge = ctx.db.charges.get(id);
  if (!charge) return notFound("receipt");
  return page(layout({
    title: "Receipt",
    body: html`<div class="card"><h1>Receipt</h1><p class="amount">${describeMoney(charge.amount, charge.currency)}</p>
      <p class="quiet">${charge.payment_method_details?.card?.brand} ending in ${charge.payment_method_details?.card?.last4}${charge.amount_refunded > 0 ? ` · ${describeMoney(charge.amount_refunded, charge.currency)} refunded` : ""}</p></div>`,
  }));
}

function notFound(what: string): Outgoing {
  return page(layout({ title: "Not found", body: html`<h1>There is no such ${what}.</h1>` }), 404);
}
