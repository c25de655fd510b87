import { toWhom } from "@/lib/commerce/purchases";
import { formatMoney } from "@/lib/platform/money";
import type { Block } from "@/lib/platform/pdf";
import type { ReceiptFacts } from "./facts";

const day = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
export const sayDay = (date: Date): string => day.format(date);
/** A receipt is named after its sale, a credit note after its refund: each name once, for ever. */
export const numberOf = (kind: "R" | "C", rowId: string): string => `${kind}-${rowId.slice(rowId.indexOf("_") + 1)}`;

export function sayWhat({ kind, tierName, creator, months, title, posts }: ReceiptFacts): string {
  const tier = tierName ? `“${tierName}”` : "a tier that is no longer there";
  if (kind === "tip") return `A tip for ${creator.name}`;
  if (kind === "post") return `Post “${title ?? ""}” by ${creator.name}`;
  if (kind === "bundle") return `Bundle “${title ?? ""}” by ${creator.name}, ${posts} posts`;
  if (kind === "gift") return `${months === 1 ? "One month" : `${months ?? "?"} months`} of ${tier} by ${creator.name}, as a gift`;
  return `Membership ${tier} by ${creator.name}`;
}

/** What was paid for, in time; the books know when a period was paid and how long it is. */
export function sayPeriod({ kind, paidAt, interval, months, midway, lessOf }: ReceiptFacts): string {
  if (kind === "tip") return "None: a tip is given once";
  if (kind === "post" || kind === "bundle") return `For good, from ${sayDay(paidAt)}`;
  if (kind === "gift") return `${months === 1 ? "One month" : `${months ?? "?"} months`}, from the day the gift is taken`;
  if (midway) return `The rest of the ${interval ?? "period"} that was running on ${sayDay(paidAt)}, at its new price`;
  return `One ${interval ?? "period"} from ${sayDay(paidAt)}${lessOf ? `, less what was left of the ${lessOf} before` : ""}`;
}

const states: Record<ReceiptFacts["state"], string> = {
  paid: "Paid",
  "returned in part": "Paid, and returned in part",
  returned: "Returned in full",
  disputed: "Paid, and disputed at your bank, which has not decided yet",
  "taken back": "Taken back by your bank",
};

const currencies: Record<string, string> = { usd: "US dollars" };

/** What a receipt says, block by block. */
export function receiptBlocks(facts: ReceiptFacts): Block[] {
  const { gross, net, platformFee, processingFee, currency, seller, buyer, creator, charge, state, shared } = facts;
  const money = (amount: number): string => formatMoney({ amount, currency });
  return [
    { kind: "facts", rows: [["Receipt number", numberOf("R", facts.saleId)], ["Date of payment", sayDay(facts.paidAt)], ["State", states[state]], ["Sold through", seller.join("\n")], ["Paid by", `${buyer.name}\n${buyer.email}`], ["For the work of", `${creator.name} (@${creator.handle})`], ["Payment reference", charge]] },
    { kind: "heading", text: "What was paid" },
    { kind: "facts", rows: [["What", sayWhat(facts)], ["Period", sayPeriod(facts)], ...priceBefore(facts)] },
    { kind: "sums", head: ["Where it went", "Amount"], rows: [{ label: `To ${toWhom(creator.name, shared)}`, value: money(net) }, { label: "To DirectFanz, its fee", value: money(platformFee) }, { label: "Card processing, at cost", value: money(processingFee) }, { label: "Paid", value: money(gross), strong: true }] },
    { kind: "text", soft: true, text: `Charged in ${currencies[currency] ?? currency.toUpperCase()}. If your card is in another currency, your bank converts, at its rate and with its fee; your statement shows what it made of it. No tax was added to this payment, and this paper shows none.` },
    ...creditNotes(facts),
  ];
}

/** What it would have cost, and what a code took off. */
function priceBefore({ gross, discount, code, currency }: ReceiptFacts): [string, string][] {
  if (discount === 0) return [];
  const money = (amount: number): string => formatMoney({ amount, currency });
  return [["Price", money(gross + discount)], ["Discount", `${money(-discount)}${code ? `, by the code ${code}` : ""}`]];
}

/** What came back, each return as a credit note of its own. */
function creditNotes({ refunds, gross, currency, state }: ReceiptFacts): Block[] {
  const money = (amount: number): string => formatMoney({ amount, currency });
  if (refunds.length === 0) return state === "taken back" ? [{ kind: "text", text: "Your bank took this payment back and gave it to you: what came of it stands on your bank's papers." }] : [];
  const done = refunds.filter((refund) => refund.state === "succeeded");
  const left = done.reduce((rest, { amount }) => rest - amount, gross);
  return [
    { kind: "heading", text: "What was returned" },
    { kind: "sums", head: ["Credit note", "Amount"], rows: [...refunds.map(({ id, at, amount, state: how }) => ({ label: how === "succeeded" ? `${numberOf("C", id)}, returned on ${sayDay(at)}` : `${numberOf("C", id)}, ${money(amount)} asked for on ${sayDay(at)}, on its way`, value: money(how === "succeeded" ? -amount : 0) })), { label: "Paid in the end", value: money(left), strong: true }] },
    { kind: "text", soft: true, text: "Returned to the card it came from. Banks take up to ten working days to show it." },
  ];
}
