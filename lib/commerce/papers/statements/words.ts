import { formatMoney } from "@/lib/platform/money";
import type { Block } from "@/lib/platform/pdf";
import type { Figures, Group, SectionFigures } from "./figures";
import type { Section } from "./schema";

const kinds: Record<string, string> = {
  sale: "Sales", refund: "Refunds", "refund-failed": "Refunds that failed", payout: "Payouts", "payout-sent": "Payouts sent", "payout-returned": "Payouts that came back", hold: "Holds", release: "Releases", dispute: "Disputes", shield: "Shield",
  reward: "Rewards", fee: "Fees", adjustment: "Adjustments",
};
const titles: Record<Section, string> = {
  balance: "Your balance: yours and free",
  held: "Held: yours, and kept back by a dispute",
  payout: "On its way to your bank",
  kept: "Kept out of your payouts: tax withheld, instant payouts",
};
/** Of what stands in a statement, first what earns. */
const order = Object.keys(kinds);
const rank = ({ kind }: Group): number => (order.includes(kind) ? order.indexOf(kind) : order.length);

export const sayKind = (kind: string): string => kinds[kind] ?? kind;
export const saySection = (section: Section): string => titles[section];
export const sayMonth = (month: string): string => new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));

function sectionBlocks({ section, opening, groups, closing }: SectionFigures, currency: string): Block[] {
  const money = (amount: number): string => formatMoney({ amount, currency });
  const label = ({ kind, line, entries }: Group): string => `${sayKind(kind)}: ${line === "sale" ? "paid by fans" : line} (${entries === 1 ? "one line" : `${entries.toLocaleString("en-US")} lines`})`;
  return [
    { kind: "heading", text: titles[section] },
    { kind: "sums", head: ["What", "Amount"], rows: [{ label: "When the month began", value: money(opening), strong: true }, ...[...groups].sort((a, b) => rank(a) - rank(b) || Math.abs(b.amount) - Math.abs(a.amount)).map((group) => ({ label: label(group), value: money(group.amount) })), { label: "When it ended", value: money(closing), strong: true }] },
  ];
}

/** Sections in which nothing is and nothing moved are left out; the balance never is. */
export const statementBlocks = ({ sections, currency }: Figures): Block[] =>
  sections.filter(({ section, opening, groups }) => section === "balance" || opening !== 0 || groups.length > 0).flatMap((one) => sectionBlocks(one, currency));
