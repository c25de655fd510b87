import type { Evidence } from "@/lib/commerce/rails";
import { formatMoney } from "@/lib/platform/money";
import { refundPolicy } from "../rules";
import type { EvidenceFacts } from "./gather-facts";

/** The provider takes 150,000 letters of all fields together. */
const mostLog = 60_000;
const mostWords = 20_000;
export const stamp = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
const verbs: Record<string, string> = { view: "opened", play: "played", download: "downloaded" };
export const verbOf = (kind: string): string => verbs[kind] ?? kind;

/** The facts as the provider's fields. A field about which we know nothing is left out. */
export function writeFields(facts: EvidenceFacts, reason: string): Evidence {
  const { sale, fan, product, atCheckout, cancelRequestedAt } = facts;
  const money = formatMoney({ amount: sale.gross, currency: sale.currency });
  const log = activityLog(facts);
  return {
    customer_name: fan.name,
    customer_email_address: fan.email,
    product_description: `On DirectFanz: ${product.what}. ${sale.kind === "tip" ? "Nothing is delivered for a tip; it is paid on a page that says so." : "Digital work by this creator, opened at once after paying and delivered on the website."}${product.benefits.length > 0 ? ` It includes: ${product.benefits.join("; ")}.` : ""} Price: ${money}.`.slice(0, mostWords),
    service_date: sale.occurredAt.toISOString().slice(0, 10),
    refund_policy_disclosure: refundPolicy,
    ...(atCheckout?.address ? { customer_purchase_ip: atCheckout.address } : {}),
    ...(log === "" ? {} : { access_activity_log: log.slice(0, mostLog) }),
    ...(reason === "duplicate" ? { duplicate_charge_explanation: duplicates(facts) } : {}),
    ...(reason === "subscription_canceled" ? { cancellation_rebuttal: cancelRequestedAt ? `The fan asked to leave on ${stamp(cancelRequestedAt)}; this payment was made on ${stamp(sale.occurredAt)}.` : "There is no record that the fan asked to leave. Leaving takes two taps in the library and is confirmed by mail." } : {}),
    ...(reason === "credit_not_processed" ? { refund_refusal_explanation: refundsInWords(facts) } : {}),
    uncategorized_text: summary(facts).slice(0, mostWords),
  };
}

function activityLog({ signIns, deliveries }: EvidenceFacts): string {
  const lines = [
    ...signIns.map(({ startedAt, lastSeenAt, address, device }) => ({ at: startedAt, text: `signed in${from(address)}, last seen ${stamp(lastSeenAt)}${device ? `, ${device}` : ""}` })),
    ...deliveries.map(({ at, kind, title, address }) => ({ at, text: `${verbOf(kind)} "${title}"${from(address)}` })),
  ];
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at, text }) => `${stamp(at)}  ${text}`).join("\n");
}
const from = (address: string): string => (address ? ` from ${address}` : "");

function duplicates({ lookalikes, sale }: EvidenceFacts): string {
  if (lookalikes.length === 0) return `There is no other payment of this amount from this fan to this creator within a day of ${stamp(sale.occurredAt)}: this charge was made once.`;
  return `Other payments of the same amount within a day: ${lookalikes.map(({ at, charge }) => `${charge} on ${stamp(at)}`).join("; ")}.`;
}

function refundsInWords({ refunds, sale }: EvidenceFacts): string {
  if (refunds.length === 0) return "No refund was promised or requested through DirectFanz for this payment.";
  return `Returned of this payment: ${refunds.map(({ at, amount }) => `${formatMoney({ amount, currency: sale.currency })} on ${stamp(at)}`).join("; ")}.`;
}

/** Short: the bank's reader has minutes. The PDF says it at length. */
export function summary(facts: EvidenceFacts): string {
  const { product, sale, deliveries, access, paidBefore, mails, terms, atCheckout, additions } = facts;
  const money = formatMoney({ amount: sale.gross, currency: sale.currency });
  return [
    `${money} was paid on ${stamp(sale.occurredAt)} for: ${product.what} (charge ${sale.providerCharge}).`,
    atCheckout ? `The account holder had been signed in since ${stamp(atCheckout.startedAt)}.` : "",
    deliveries.length > 0 ? `Afterwards the account opened or played this creator's work ${deliveries.length} times, first on ${stamp(deliveries[0]?.at ?? sale.occurredAt)}.` : access?.firstUsedAt ? `What was paid for was first used on ${stamp(access.firstUsedAt)}.` : "",
    paidBefore.length > 0 ? `The same account paid this creator ${paidBefore.length} times before without dispute.` : "",
    mails.length > 0 ? `A receipt was mailed on ${stamp(mails[0]?.sentAt ?? sale.occurredAt)}.` : "",
    terms ? `Terms ${terms.version} were accepted on ${stamp(terms.at)}.` : "Acceptance of terms is not recorded for this checkout.",
    ...additions.filter(({ text }) => text !== undefined).map(({ text }) => `The creator adds: ${text ?? ""}`),
  ].filter(Boolean).join("\n");
}
