import type { YearFigures } from "./figures";
import { euCountries, type IncomeForm, isReportable, stateRuleFor, thresholdFor } from "./rules";

/** What of a person's papers decides which forms they get. */
export interface Papers {
  kind: "w9" | "w8ben" | "w8ben_e";
  country: string;
  state: string | null;
  /** At the end of the tax year. */
  valid: boolean;
}
export type ReviewReason = "foreign_1042s" | "w8_expired" | "missing_tin" | "eu_dac7" | "eu_details_missing" | "other_currency" | "needs_correction";
export type DocumentForm = IncomeForm | "DAC7";

export interface Decided {
  form: DocumentForm;
  gross: number;
  payments: number;
  withheld: number;
  federal: boolean;
  stateFiled: string | null;
}
export interface Decision {
  documents: Decided[];
  reviews: ReviewReason[];
}

interface Input {
  year: number;
  formForSales: "1099-K" | "1099-NEC";
  figures: YearFigures;
  papers: Papers | undefined;
  /** The country that they say they live in for DAC7. */
  sellerCountry: string | undefined;
}

/** Which documents a creator gets for a year, and what somebody must look at. Pure. @throws RuleMissing for a year without its rows */
export function decideDocuments({ year, formForSales, figures, papers, sellerCountry }: Input): Decision {
  const reviews: ReviewReason[] = [];
  const earned = figures.gross > 0 || figures.rewards > 0;
  if (figures.otherCurrency) reviews.push("other_currency");
  const foreign = papers !== undefined && papers.kind !== "w9";
  // Known to be foreign: no 1099. What part of it the United States tax is for somebody to say (Form 1042-S).
  const us = !foreign || !papers.valid;
  if (foreign && earned) reviews.push(papers.valid ? "foreign_1042s" : "w8_expired");
  const documents = us ? usDocuments(year, formForSales, figures, papers?.kind === "w9" ? papers.state : null) : [];
  if (documents.length > 0 && papers?.kind !== "w9") reviews.push("missing_tin");
  const country = sellerCountry ?? (foreign ? papers.country : undefined);
  if (figures.gross > 0 && country && euCountries.has(country)) {
    reviews.push("eu_dac7");
    if (sellerCountry) documents.push({ form: "DAC7", gross: figures.gross, payments: figures.payments, withheld: 0, federal: false, stateFiled: null });
    else reviews.push("eu_details_missing");
  }
  return { documents, reviews };
}

function usDocuments(year: number, formForSales: "1099-K" | "1099-NEC", figures: YearFigures, state: string | null): Decided[] {
  // Asked even when nothing was earned: a year without its row is refused before the first creator who earned something.
  for (const form of [formForSales, "1099-MISC"] as const) thresholdFor(form, year);
  const made: Decided[] = [];
  const consider = (form: IncomeForm, gross: number, payments: number, withheld: number): void => {
    // Whatever was withheld is reported, however little was earned (instructions for Form 1099-K, box 4).
    const federal = withheld > 0 || (gross > 0 && isReportable(form, year, { gross, payments: Math.max(payments, 1) }));
    const stateFiled = gross > 0 && stateRuleFor(form, year, state, { gross, payments }) ? state : null;
    if (federal || stateFiled) made.push({ form, gross, payments, withheld, federal, stateFiled });
  };
  const onSales = figures.gross > 0;
  if (onSales) consider(formForSales, figures.gross, figures.payments, figures.withheld);
  consider("1099-MISC", figures.rewards, figures.rewards > 0 ? 1 : 0, onSales ? 0 : figures.withheld);
  return made;
}
