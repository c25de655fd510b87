import { z } from "zod";
import { euCountries } from "./rules";
import { plainTin, tinFault } from "./tin";

const line = (most = 80) => z.string().trim().min(1, "This is needed.").max(most, `At most ${most} characters.`);
const optionalLine = (most = 80) => z.string().trim().max(most, `At most ${most} characters.`).default("");
const country = z.string().regex(/^[A-Z]{2}$/u, "Choose a country.");
const foreign = country.refine((code) => code !== "US", "Live in the United States, or are a US citizen? Then the form is W-9.");
const birthDate = z.iso.date("Write it as year, month, day.").refine((day) => day > "1900-01-01" && new Date(day) < new Date(), "This day cannot be.");
/** A tax number of another country, a VAT number: letters, digits and what stands between them. */
const number = (most = 30) => z.string().trim().regex(/^[0-9A-Za-z][0-9A-Za-z .\-/]{3,}$/u, "Letters and digits, four or more.").max(most, `At most ${most} characters.`);
const certify = z.literal(true, "Read and confirm this first; the form is not signed without it.");
const signature = line(100);

/** 50 states, the District, and the territories and posts that have US addresses. */
const usStates = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP".split(" ");
const usAddress = { line1: line(), line2: optionalLine(), city: line(40), state: z.enum(usStates as [string, ...string[]], "Choose a state."), zip: z.string().trim().regex(/^\d{5}(-?\d{4})?$/u, "Five digits, or nine.") };
const foreignAddress = { line1: line(), line2: optionalLine(), city: line(40), region: optionalLine(40), postalCode: optionalLine(16) };

export const taxClasses = ["individual", "llc-single", "c-corporation", "s-corporation", "partnership", "trust-or-estate"] as const;
const w9 = z.object({
  kind: z.literal("w9"),
  name: line().describe("As on your tax return."),
  businessName: optionalLine(),
  taxClass: z.enum(taxClasses),
  exemptPayeeCode: z.union([z.literal(""), z.string().regex(/^(1[0-3]|[1-9])$/u, "A code from 1 to 13, or nothing.")]).default(""),
  ...usAddress,
  tinKind: z.enum(["ssn", "itin", "ein"]),
  tin: z.string().max(20),
  backupNotice: z.boolean().default(false).describe("The IRS has told you that you are subject to backup withholding."),
  certify,
  signature,
});
const treaty = { treatyCountry: z.union([z.literal(""), country]).default(""), treatyArticle: optionalLine(40), treatyRate: z.number().int().min(0).max(30).optional() };
const w8ben = z.object({
  kind: z.literal("w8ben"),
  name: line(),
  citizenship: country,
  country: foreign,
  ...foreignAddress,
  birthDate,
  foreignTin: z.union([z.literal(""), number()]).default(""),
  noForeignTin: z.boolean().default(false).describe("Your country gives no tax number, or the law does not ask you for it."),
  usTin: z.string().max(20).default(""),
  ...treaty,
  certify,
  signature,
});
export const entityTypes = ["corporation", "partnership", "simple-trust", "complex-trust", "estate", "government", "tax-exempt"] as const;
export const fatcaStatuses = ["active-nffe", "passive-nffe", "publicly-traded-nffe", "nonprofit", "other"] as const;
const w8bene = z.object({
  kind: z.literal("w8ben_e"),
  name: line().describe("Of the organisation."),
  incorporatedIn: foreign,
  country: foreign,
  entityType: z.enum(entityTypes),
  fatcaStatus: z.enum(fatcaStatuses),
  ...foreignAddress,
  foreignTin: z.union([z.literal(""), number()]).default(""),
  noForeignTin: z.boolean().default(false),
  usTin: z.string().max(20).default(""),
  giin: z.union([z.literal(""), z.string().regex(/^[A-Z0-9]{6}\.[A-Z0-9]{5}\.[A-Z]{2}\.\d{3}$/u, "A GIIN looks like AB12CD.99999.SL.276.")]).default(""),
  ...treaty,
  certify,
  signature,
});

/** One of the three forms. What depends on two fields is checked here too, and said of the field to change. */
export const taxFormInput = z.discriminatedUnion("kind", [w9, w8ben, w8bene]).superRefine((form, ctx) => {
  const fault = (path: string, message: string | undefined): void => {
    if (message) ctx.addIssue({ code: "custom", path: [path], message });
  };
  if (form.kind === "w9") {
    fault("tin", tinFault(form.tinKind, form.tin));
    if (form.taxClass !== "individual" && form.taxClass !== "llc-single" && form.tinKind !== "ein") fault("tinKind", "A company or trust has an EIN.");
    return;
  }
  if (form.usTin) fault("usTin", tinFault(form.kind === "w8ben_e" ? "ein" : plainTin(form.usTin).startsWith("9") ? "itin" : "ssn", form.usTin));
  if (form.foreignTin === "" && !form.noForeignTin) fault("foreignTin", "Your country's tax number is needed, or say that it gives you none.");
  if (form.treatyCountry && form.treatyCountry !== form.country) fault("treatyCountry", "A treaty helps residents of its country: it must be the one you live in.");
  if (form.treatyCountry && form.treatyRate === undefined) fault("treatyRate", "Which rate does the treaty give?");
});
export type TaxFormInput = z.infer<typeof taxFormInput>;

export const consentInput = z.object({ given: z.boolean() });
export const sellerDetailsInput = z.object({
  name: line(),
  legalEntity: z.boolean().default(false),
  country: country.refine((code) => euCountries.has(code), "Choose a country of the European Union."),
  ...foreignAddress,
  birthDate: z.union([z.literal(""), birthDate]).default(""),
  registrationNumber: z.union([z.literal(""), number()]).default("").describe("Of a company, in its country's register."),
  tin: number(),
  tinIssuedBy: country,
  vatId: z.union([z.literal(""), z.string().trim().regex(/^[A-Z]{2}[0-9A-Z+*]{2,12}$/u, "It begins with the country's two letters, like DE123456789.")]).default(""),
}).superRefine((seller, ctx) => {
  if (!seller.legalEntity && seller.birthDate === "") ctx.addIssue({ code: "custom", path: ["birthDate"], message: "Your date of birth is needed." });
  if (seller.legalEntity && seller.registrationNumber === "") ctx.addIssue({ code: "custom", path: ["registrationNumber"], message: "The company's registration number is needed." });
});
export type SellerDetailsInput = z.infer<typeof sellerDetailsInput>;

export const tinMatchInput = z.object({ matched: z.boolean(), reference: line(60).describe("The IRS's answer: its session or file name, never a number of a person.") });

const formView = z.object({
  id: z.string(),
  kind: z.enum(["w9", "w8ben", "w8ben_e"]),
  name: z.string(),
  country: z.string(),
  state: z.string().nullable(),
  tin: z.string().describe("Masked."),
  foreignTin: z.string().describe("Masked."),
  tinMatch: z.enum(["not_checked", "matched", "mismatched"]),
  signedAt: z.iso.datetime(),
  validUntil: z.iso.datetime().nullable(),
});
export const taxProfileOutput = z.object({
  form: formView.nullable(),
  status: z.enum(["in_order", "missing", "expired", "tin_mismatch", "payee_said_so"]),
  withholdingPercent: z.number().int().describe("Of the next payout, for the tax office; 0 when all is in order."),
  eDelivery: z.boolean(),
  seller: z.object({ country: z.string(), tin: z.string(), vatId: z.string(), givenAt: z.iso.datetime() }).nullable(),
});
export type TaxProfile = z.infer<typeof taxProfileOutput>;

const year = z.coerce.number().int().min(2024, "Our first year is 2024.").max(2100);
export const yearParam = z.object({ year });
export const runInput = z
  .object({ dryRun: z.boolean().default(true).describe("Counts and writes nothing."), reason: line(300).optional().describe("Why, for the audit trail; a run that writes needs it.") })
  .refine(({ dryRun, reason }) => dryRun || reason !== undefined, { path: ["reason"], message: "Say why; it is kept in the audit trail." });
export const issueInput = z.object({ reason: line(300).describe("Why, for the audit trail.") });
export const runOutput = z.object({ year: z.number().int(), dryRun: z.boolean(), creators: z.number().int(), made: z.number().int(), updated: z.number().int(), unchanged: z.number().int(), needCorrection: z.number().int(), missingTin: z.number().int(), reviews: z.number().int(), forms: z.record(z.string(), z.object({ federal: z.number().int(), stateOnly: z.number().int() })).describe("How many creators get which form: over the federal threshold, or only over their state's."), done: z.boolean().describe("False: call again, it goes on.") });
export const issueOutput = z.object({ issued: z.number().int(), done: z.boolean() });
export const paperOutput = z.object({ data: z.array(z.object({ id: z.string(), form: z.string(), creatorId: z.string() })) });
export const reviewsOutput = z.object({ data: z.array(z.object({ id: z.string(), creatorId: z.string(), reason: z.string(), foundAt: z.iso.datetime() })) });
export const afterQuery = z.object({ after: z.string().max(40).optional() });
export const correctionInput = z.object({ voided: z.boolean().default(false), reason: line(200) });
export const correctionOutput = z.object({ id: z.string(), correction: z.number().int() });
export const fileInput = z.object({
  form: z.enum(["1099-K", "1099-NEC", "1099-MISC", "DAC7"]),
  after: z.string().max(40).optional(),
  test: z.boolean().default(true).describe("For the tax office's test intake."),
  corrections: z.record(z.string().max(40), z.string().max(120)).optional().describe("Corrections instead of originals: each document's id → receipt|submission|record of what was accepted."),
});
