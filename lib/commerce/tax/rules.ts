/**
 * The tax law we build on, as rows with their source. † stands where counsel is to confirm. A change of law is a change of a row;
 * a year that has no row is refused by name (`missing()`), never guessed from the one before it.
 */

export const taxYears = [2024, 2025, 2026] as const;
export type IncomeForm = "1099-K" | "1099-NEC" | "1099-MISC";

export interface Threshold {
  form: IncomeForm;
  year: number;
  /** Minor units of US dollars. */
  gross: number;
  /** "over": more than `gross`; "from": `gross` and more. */
  counts: "over" | "from";
  /** And more than this many payments. */
  payments: number;
  source: string;
}

const kSource = "26 USC 6050W(e), as restored by P.L. 119-21 §70432 for 2022 and later: more than $20,000 and more than 200 transactions";
const k = (year: number): Threshold => ({ form: "1099-K", year, gross: 2_000_000, counts: "over", payments: 200, source: kSource });
const sixHundred = "26 USC 6041(a), 6041A(a) before P.L. 119-21 §70433: $600 or more";
const twoThousand = "26 USC 6041(a), 6041A(a) as amended by P.L. 119-21 §70433 for payments after 31 Dec 2025: $2,000 or more, indexed from 2027";
const paid = (form: "1099-NEC" | "1099-MISC", year: number): Threshold => ({ form, year, gross: year >= 2026 ? 200_000 : 60_000, counts: "from", payments: 0, source: year >= 2026 ? twoThousand : sixHundred });

export const thresholds: readonly Threshold[] = taxYears.flatMap((year) => [k(year), paid("1099-NEC", year), paid("1099-MISC", year)]);

/** Royalties have a box and a threshold of their own (26 USC 6050N: $10†); we pay none today. */
export const royaltyThreshold = { gross: 1_000, source: "26 USC 6050N †" };

export interface StateRule {
  state: string;
  form: IncomeForm;
  gross: number;
  /** And at least this many payments. */
  payments: number;
  source: string;
}
/** States that ask for a 1099-K sooner than the federal rule. To be refreshed each autumn †. */
export const stateRules: readonly (StateRule & { years: readonly number[] })[] = [
  ...(["DC", "MA", "MT", "VA"] as const).map((state) => ({ state, form: "1099-K" as const, gross: 60_000, payments: 0, years: taxYears, source: `${state}: $600 or more †` })),
  { state: "IL", form: "1099-K", gross: 100_000, payments: 4, years: taxYears, source: "IL: $1,000 and four transactions or more (86 Ill. Adm. Code 100.7035) †" },
  { state: "NJ", form: "1099-K", gross: 100_000, payments: 0, years: taxYears, source: "NJ: $1,000 or more †" },
  { state: "AR", form: "1099-K", gross: 250_000, payments: 0, years: taxYears, source: "AR: $2,500 or more †" },
];

/**
 * Backup withholding. `from`: with which payment it begins. "first payout" withholds from the first cent, which is the careful
 * reading; 26 USC 3406(b)(8) (P.L. 119-21 §70432(b)) lets a settlement organisation begin when the payments of the year are
 * reportable: then set "reportable" †.
 */
export interface WithholdingRule {
  effectiveFrom: Date;
  rateBps: number;
  from: "first payout" | "reportable";
  source: string;
}
export const withholdingRules: readonly WithholdingRule[] = [{ effectiveFrom: new Date("2018-01-01T00:00:00Z"), rateBps: 2_400, from: "first payout", source: "26 USC 3406(a)(1): the fourth lowest rate of 1(c), 24 % (P.L. 115-97; made permanent by P.L. 119-21)" }];
/** After the IRS has told us that name and number do not match, withholding begins this many business days later (26 CFR 31.3406(d)-5(d)(2)(i)). */
export const mismatchGraceBusinessDays = 30;

/** A W-8 is good until the last day of the third year after the one it was signed in (26 CFR 1.1441-1(e)(4)(ii)). */
export const w8YearsAfterSigning = 3;
/** US copies of forms: three years, four where tax was withheld †. The database refuses to remove a form sooner. */
export const keepFormsYears = { plain: 3, withheld: 4 };

/** Days of the year after the tax year, before they are moved off weekends and holidays (26 USC 7503). */
export const dueDates = {
  toRecipients: { month: 1, day: 31, source: "26 USC 6050W(f), 6041(d): 31 January" },
  "1099-NEC": { month: 1, day: 31, source: "26 USC 6071(c): 31 January, with the recipients'" },
  "1099-K": { month: 3, day: 31, source: "26 CFR 1.6050W-1(g), filed electronically: 31 March" },
  "1099-MISC": { month: 3, day: 31, source: "26 CFR 1.6041-6, filed electronically: 31 March" },
  dac7: { month: 1, day: 31, source: "Directive (EU) 2021/514, Annex V, III.A.3: 31 January" },
} as const;

/** What is sold here, as the card networks name it (box 2): digital goods, media. */
export const merchantCategory = "5815";

/** The member states of the European Union: whose residents DAC7 is about. */
export const euCountries = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

/** A year's row is missing: says which, so that somebody adds it with its source. */
class RuleMissing extends Error {}
const missing = (what: string): never => {
  throw new RuleMissing(`lib/commerce/tax/rules.ts has no row for ${what}: add it with its source before this year is run`);
};

/** @throws RuleMissing naming the row */
export function thresholdFor(form: IncomeForm, year: number): Threshold {
  return thresholds.find((row) => row.form === form && row.year === year) ?? missing(`the threshold of form ${form} in ${year}`);
}

/** Whether an amount and a number of payments must be reported to the federal tax office. */
export function isReportable(form: IncomeForm, year: number, { gross, payments }: { gross: number; payments: number }): boolean {
  const rule = thresholdFor(form, year);
  return (rule.counts === "over" ? gross > rule.gross : gross >= rule.gross) && payments > rule.payments;
}

/** The rule of a state that wants the form though the federal one does not, if it does. */
export function stateRuleFor(form: IncomeForm, year: number, state: string | null, { gross, payments }: { gross: number; payments: number }): StateRule | undefined {
  return stateRules.find((rule) => rule.state === state && rule.form === form && rule.years.includes(year) && gross >= rule.gross && payments >= rule.payments);
}

/** @throws RuleMissing */
export function withholdingRuleAt(at: Date): WithholdingRule {
  return withholdingRules.filter((rule) => rule.effectiveFrom <= at).at(-1) ?? missing(`backup withholding on ${at.toISOString().slice(0, 10)}`);
}
