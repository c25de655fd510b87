import { formatMoney } from "@/lib/platform/money";
import { refundPolicy } from "../rules";
import type { EvidenceFacts } from "./gather-facts";
import { stamp, summary, verbOf } from "./write-fields";

export interface Section {
  title: string;
  /** Sentences before the rows. */
  text?: string;
  /** What is on the left, what on the right. */
  rows?: [string, string][];
}

/** The whole evidence in the order in which a bank's reader asks: what was bought, by whom, were they there, did they use it. Pure. */
export function sectionsOf(facts: EvidenceFacts): Section[] {
  const { sale, fan, product, checkout, terms, access } = facts;
  const money = (amount: number): string => formatMoney({ amount, currency: sale.currency });
  return [
    { title: "In short", text: summary({ ...facts, additions: [] }) },
    { title: "What was bought", rows: [
      ["Product", `${product.what}, on DirectFanz`],
      ...(product.benefits.length > 0 ? [["It includes", product.benefits.join("; ")] as [string, string]] : []),
      ["Paid", `${money(sale.gross)} on ${stamp(sale.occurredAt)}`],
      ["Charge", sale.providerCharge],
      ["Our receipt", sale.id],
      ...facts.refunds.map(({ at, amount }): [string, string] => ["Returned since", `${money(amount)} on ${stamp(at)}`]),
    ] },
    { title: "Who bought it", rows: [
      ["Account holder", fan.name],
      ["Mail address, confirmed by a link", fan.email],
      ["Account since", stamp(fan.since)],
      ["Payment page opened", checkout ? stamp(checkout.startedAt) : "not recorded"],
      ["Paid on it", checkout?.paidAt ? stamp(checkout.paidAt) : "not recorded"],
      ["Signed in at that time", facts.atCheckout ? `since ${stamp(facts.atCheckout.startedAt)}${facts.atCheckout.address ? `, from ${facts.atCheckout.address}` : ""}` : "not recorded"],
      ["Terms accepted", terms ? `version ${terms.version}, ${stamp(terms.at)}` : "not recorded for this checkout"],
    ] },
    { title: "What was used after paying", ...used(facts), ...(access ? { text: `Access was given on ${stamp(access.from)}.${access.firstUsedAt ? ` It was first used on ${stamp(access.firstUsedAt)}.` : ""}` } : {}) },
    { title: "Signed in", rows: facts.signIns.map(({ startedAt, lastSeenAt, address, device }) => [stamp(startedAt), `${address || "address not recorded"}, last seen ${stamp(lastSeenAt)}${device ? `, ${device.slice(0, 80)}` : ""}`]) },
    { title: "Paid before, without dispute", rows: facts.paidBefore.map(({ at, gross }) => [stamp(at), money(gross)]) },
    { title: "Mails sent", rows: facts.mails.map(({ what, sentAt }) => [stamp(sentAt), what]) },
    { title: "Leaving and refunds", text: refundPolicy, rows: [["Asked to leave", facts.cancelRequestedAt ? stamp(facts.cancelRequestedAt) : "never"], ...(facts.endedAt ? [["Membership ended", stamp(facts.endedAt)] as [string, string]] : [])] },
    { title: "Added by the creator", rows: facts.additions.map(({ at, text, fileName }) => [stamp(at), text ?? `the file ${fileName ?? ""}, sent beside this paper`]) },
  ];
}

function used({ deliveries }: EvidenceFacts): Pick<Section, "rows"> {
  return { rows: deliveries.map(({ at, kind, title, address }) => [stamp(at), `${verbOf(kind)} “${title}”${address ? ` from ${address}` : ""}`]) };
}
