import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { Notice } from "@/app/_ui/surfaces/notice";
import { DateTime } from "@/app/_ui/time/date-time";
import { documentsOfYear, missingForms, openReviews, type TaxYearDesk, taxYearDesk, taxYears } from "@/lib/commerce/tax";
import { adminContext } from "../../../_parts/admin-context";
import { Choice } from "../_parts/choice";
import { FinanceHead } from "../_parts/finance-head";
import { Part } from "../_parts/part";
import { Documents } from "./documents";
import { DryRun } from "./dry-run";
import { FileDownload } from "./file-download";
import { Reviews } from "./reviews";
import { RunYear } from "./run-year";
import { WithoutForm } from "./without-form";
import { YearFigures } from "./year-figures";
import { YearRules } from "./year-rules";

export const metadata: Metadata = { title: "Tax" };

const path = "/admin/finance/tax";
type Query = { year?: string; state?: string; after?: string; beyond?: string };
const states = ["draft", "issued", "delivered"] as const;

export default async function Tax({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ctx = await adminContext();
  const years = [...taxYears, Math.max(...taxYears) + 1];
  // In January the year that ended is what everybody works on.
  const usual = ctx.now.getUTCMonth() < 4 ? ctx.now.getUTCFullYear() - 1 : ctx.now.getUTCFullYear();
  const year = years.find((one) => String(one) === query.year) ?? years.find((one) => one === usual) ?? years[0];
  const desk = await taxYearDesk(ctx, year ?? usual);
  const drafts = desk.documents.reduce((sum, one) => sum + one.drafts, 0);
  const state = states.find((one) => one === query.state) ?? (drafts > 0 ? "draft" : "issued");
  const after = query.after?.slice(0, 40);
  const beyond = query.beyond?.slice(0, 40);
  const [documents, reviews, missing] = await Promise.all([found(documentsOfYear(ctx, { year: desk.year, state, after })), openReviews(ctx, desk.year), missingForms(ctx, { year: desk.year, after: beyond })]);
  return (
    <>
      <FinanceHead at={path} title={`Tax year ${desk.year}`} lead="Documents are made as drafts that follow the books, issued once, and changed after that only by a correction." />
      <Choice label="Year" path={path} name="year" current={String(desk.year)} options={years.map((one) => ({ value: String(one), label: String(one) }))} />
      <Missing desk={desk} />
      <YearFigures desk={desk} missing={missing} />
      <div className="my-7 grid gap-x-9 gap-y-7 xl:grid-cols-2">
        <Part title="Run the year" lead="A dry run computes all of it from the books and writes nothing.">
          <div className="grid gap-4">
            <DryRun key={desk.year} year={desk.year} disabled={desk.missingRules.length > 0} />
            <RunYear desk={desk} drafts={drafts} />
          </div>
        </Part>
        <Part title="Files for the tax offices" lead="Full of people's numbers: each making is in the audit trail, nothing of it is kept or cached.">
          <FileDownload key={desk.year} year={desk.year} forms={desk.documents.filter((one) => one.issued + one.delivered > 0).map((one) => one.form)} />
        </Part>
        <WithoutForm path={path} year={desk.year} missing={missing} beyond={beyond} />
        <div className="grid content-start gap-7">
          <Reviews reviews={reviews} counts={desk.reviews} />
          <YearRules desk={desk} />
        </div>
      </div>
      <Documents path={path} desk={desk} state={state} after={after} documents={documents} />
    </>
  );
}

/** Which row of the law's table a year lacks: it is refused by name, never guessed from the year before. */
function Missing({ desk }: { desk: TaxYearDesk }) {
  if (desk.missingRules.length === 0) return null;
  return (
    <div className="mb-5">
      <Notice tone="held" title={`${desk.year} cannot be run: the law's table has no row for it.`}>
        <ul>
          {desk.missingRules.map((row) => (
            <li key={row} className="num">
              lib/commerce/tax/rules.ts, {row}
            </li>
          ))}
        </ul>
        Add them with their source before <DateTime date={`${desk.year + 1}-01-01T00:00:00Z`} />.
      </Notice>
    </div>
  );
}
