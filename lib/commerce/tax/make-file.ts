import { randomUUID } from "node:crypto";
import { audit } from "@/lib/platform/audit";
import { need } from "@/lib/platform/config";
import type { Verb } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";
import type { DocumentForm } from "./decide";
import { openDocument } from "./draft";
import { canRunTaxes } from "./policy";
import { dac7Xml } from "./xml/dac7";
import { dac7Schema } from "./xml/dac7-schema";
import { irisXml } from "./xml/iris";
import { irisSchema } from "./xml/iris-schema";
import { validateXml } from "./xml/validate";

/** One file holds at most this many documents; the next begins after the last. IRIS takes 100 MB a file †. */
const atMost = 2_000;

export interface TaxFile {
  xml: string;
  documents: number;
  /** Give it as `after` for the next file; undefined: this was the last. */
  next: string | undefined;
}
export interface FileInput {
  year: number;
  form: DocumentForm;
  after?: string | undefined;
  test: boolean;
  /** Corrections instead of originals, each with what the IRS accepted before: its documentId → "<receipt>|<submission>|<record>". */
  corrections?: Record<string, string> | undefined;
}

/**
 * Writes the file that a tax office takes of the issued documents of a year and form, checked against its schema. Every making is
 * in the trail: the file is full of people's numbers. A document without name and address has no place in it and is refused by id.
 * @throws NotFound for all but administrators; NotConfigured; XmlInvalid; AppError conflict
 */
export async function makeTaxFile({ ctx, input: { year, form, after = "", test, corrections } }: Verb<FileInput>): Promise<TaxFile> {
  authorize(canRunTaxes(ctx.actor), "file");
  const filer = need("Tax documents", "TAX_FILER");
  const which = corrections ? { correction: { gt: 0 }, id: { in: Object.keys(corrections).slice(0, atMost) } } : { correction: 0, id: { gt: after } };
  const rows = await ctx.db.taxDocument.findMany({ where: { year, form, state: { not: "draft" }, ...(form === "DAC7" ? {} : { federal: true }), ...which }, orderBy: { id: "asc" }, take: atMost });
  if (rows.length === 0) throw new AppError("conflict", "There is no issued document for this file.");
  const records = [];
  for (const row of rows) records.push({ documentId: row.id, payload: await openDocument(row), corrected: row.correction > 0 && !row.voided, voided: row.voided, ...(corrections?.[row.id] ? { previous: corrections[row.id] ?? "" } : {}) });
  const nameless = records.filter(({ payload }) => payload.recipient.name === "" || payload.recipient.line1 === "").map((record) => record.documentId);
  if (nameless.length > 0) throw new AppError("conflict", `The tax office takes no document without name and address. Ask these creators for their form, or write theirs by hand: ${nameless.slice(0, 20).join(", ")}`);
  const id = randomUUID();
  const xml = form === "DAC7" ? dac7Xml({ year, records, filer, id, madeAt: ctx.now }) : irisXml({ form, year, records, filer, id, test, late: ctx.now.getUTCFullYear() > year + 1 });
  await validateXml(xml, form === "DAC7" ? dac7Schema : irisSchema);
  await ctx.transaction((tx) => {
    audit(tx, ctx, "tax-file.made", { subject: `${form}-${year}`, transmission: id, documents: rows.length, test });
    return Promise.resolve();
  });
  return { xml, documents: rows.length, next: rows.length === atMost ? rows.at(-1)?.id : undefined };
}
