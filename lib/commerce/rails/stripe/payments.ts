import { ProviderFailed } from "@/lib/platform/errors";
import type { PaymentsRail, RailInvoice, RailPayment } from "../port";
import { demand, stripe } from "./client";
import { date, idOf } from "./values";

export async function paidInvoices(subscription: string): Promise<RailInvoice[]> {
  const page = await demand(() => stripe().invoices.list({ subscription, status: "paid", limit: 24, expand: ["data.payments"] }));
  return page.data.flatMap((invoice) => {
    const paid = invoice.payments?.data.find((payment) => payment.status === "paid");
    const paymentIntentId = idOf(paid?.payment.payment_intent);
    const off = (invoice.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
    // Nothing was due under a code: its period is paid for all the same. A trial's is not: that is told apart.
    const free = invoice.amount_paid === 0 && off > 0;
    if (!invoice.id || !((paymentIntentId && invoice.amount_paid > 0) || free)) return [];
    return [{ id: invoice.id, paymentIntentId: free ? undefined : paymentIntentId, paidUntil: date(Math.max(...invoice.lines.data.map(({ period }) => period.end))), discount: off }];
  });
}

async function readPayment(invoice: { id: string; paymentIntentId: string }): Promise<RailPayment> {
  return { ...(await paymentOf(invoice.paymentIntentId)), invoiceId: invoice.id };
}

/** What an intent's charge moved and cost. @throws ProviderFailed while the provider has not booked it */
export async function paymentOf(paymentIntentId: string): Promise<RailPayment> {
  const intent = await demand(() => stripe().paymentIntents.retrieve(paymentIntentId, { expand: ["latest_charge.balance_transaction"] }));
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === "string") throw new ProviderFailed("Stripe", "Our payment provider has no charge for this payment yet.");
  const balance = charge.balance_transaction;
  // The fee is known a moment after the charge; the job comes back for it.
  if (balance === null || typeof balance === "string") throw new ProviderFailed("Stripe", "Our payment provider has not booked this payment yet.");
  // What the fan paid is the charge. Settled in another currency, its parts would not be of one: somebody has to look.
  if (balance.currency !== charge.currency || balance.amount !== charge.amount) throw new Error(`${charge.id} was settled as ${balance.amount} ${balance.currency}`);
  return { chargeId: charge.id, invoiceId: undefined, balanceTransactionId: balance.id, gross: charge.amount, fee: balance.fee, currency: charge.currency, paidAt: date(charge.created), cardCountry: charge.payment_method_details?.card?.country ?? undefined };
}

export const payments: PaymentsRail = { paidInvoices, readPayment };
