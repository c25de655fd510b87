import type { MissingForms, TaxYearDesk } from "@/lib/commerce/tax";
import { formatMoney } from "@/lib/platform/money/format";
import { Figure, Figures } from "../_parts/figure";

/** How many documents there are, what is missing for them, and what was withheld. */
export function YearFigures({ desk: { year, documents, withheld, reviews }, missing }: { desk: TaxYearDesk; missing: MissingForms }) {
  const sum = (pick: (one: TaxYearDesk["documents"][number]) => number): number => documents.reduce((total, one) => total + pick(one), 0);
  const path = (state: string) => `/admin/finance/tax?year=${year}&state=${state}`;
  const count = (n: number) => n.toLocaleString("en-US");
  return (
    <Figures>
      <Figure label="Over a federal threshold" value={count(sum((one) => one.federal))} note={documents.filter((one) => one.federal > 0).map((one) => `${one.form}: ${one.federal}`).join(", ") || "no documents yet; try a dry run"} href={path("draft")} />
      <Figure label="Only over their state's" value={count(sum((one) => one.stateOnly))} note={`or told to the EU; ${count(sum((one) => one.drafts))} drafts, ${count(sum((one) => one.issued))} to post, ${count(sum((one) => one.delivered))} delivered, ${count(sum((one) => one.corrections))} corrections`} href={path("draft")} />
      <Figure label="Without a form" value={`${count(missing.data.length)}${missing.next ? "+" : ""}`} tone={missing.data.length > 0 ? "held" : "plain"} note={`sold in the year; ${count(sum((one) => one.missingTin))} documents are without a number`} href={`/admin/finance/tax?year=${year}#without-a-form`} />
      <Figure label="Under backup withholding" value={count(withheld.creators)} tone={withheld.creators > 0 ? "held" : "plain"} note={`${formatMoney({ amount: withheld.amount, currency: "usd" })} of this year's payouts; ${count(reviews.reduce((total, one) => total + one.creators, 0))} things to look at`} href={`/admin/finance/ledger?account=withheld&from=${year}-01-01&to=${year}-12-31`} />
    </Figures>
  );
}
