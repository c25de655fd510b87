import { ink, left, type Page, put, readAloud, right, rule, type Structure, textFontPath, titleFontPath } from "@/lib/platform/pdf";
import type { DocumentPayload } from "../payload";
import { type Box, boxesOf, footOf, tinOf, titleOf } from "./words";

export interface Marks {
  corrected: boolean;
  voided: boolean;
  madeAt: Date;
}

const middle = 312;

/**
 * A person's copy: one page of US letter as a tagged PDF (PDF/UA), so that it can be read aloud, with its fonts inside, so that
 * every name prints. Give it a payload with masked numbers.
 */
export async function drawDocument(payload: DocumentPayload, marks: Marks): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when there is something to draw: it is large, and few requests draw.
  const { default: Pdf } = await import("pdfkit");
  const title = `Form ${payload.form}, ${payload.year}`;
  const page = new Pdf({ size: "LETTER", margin: 48, tagged: true, subset: readAloud, pdfVersion: "1.7", lang: "en-US", displayTitle: true, info: { Title: title, Author: payload.filer.name, CreationDate: marks.madeAt } });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => page.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks))).on("error", reject));
  page.registerFont("text", textFontPath()).registerFont("title", titleFontPath());
  const root = page.struct("Document");
  page.addStructure(root);
  drawHead(page, root, payload, marks);
  drawPeople(page, root, payload);
  drawBoxes(page, root, boxesOf(payload));
  drawFoot(page, root, payload);
  root.end();
  page.end();
  return new Uint8Array(await done);
}

function drawHead(page: Page, root: Structure, { form, year }: DocumentPayload, { corrected, voided }: Marks): void {
  put(page, root, "H1", `${form === "DAC7" ? "DAC7" : `Form ${form}`}  ·  ${year}`, left, 46, { font: "title", size: 22, width: 330 });
  if (form !== "DAC7") put(page, root, "P", `${voided ? "[X]" : "[  ]"} VOID     ${corrected ? "[X]" : "[  ]"} CORRECTED`, 380, 54, { font: "title", size: 10, width: right - 380, align: "right" });
  put(page, root, "P", form === "DAC7" ? titleOf(form) : `${titleOf(form)}. Copy B, for payee. Substitute statement.`, left, 76, { color: ink.soft });
  rule(page, 96);
}

function drawPeople(page: Page, root: Structure, payload: DocumentPayload): void {
  const { filer, recipient, account, form } = payload;
  const filerLines = [filer.name, filer.line1, `${filer.city}, ${filer.state} ${filer.zip}`, `Telephone ${filer.phone}`, `Federal identification number ${filer.ein.slice(0, 2)}-${filer.ein.slice(2)}`, ...(form === "1099-K" ? ["Filer is a third party settlement organization (TPSO).", "Transactions reported are third party network."] : [])];
  const place = recipient.country === "US" ? `${recipient.city}, ${recipient.state} ${recipient.zip}` : [recipient.zip, recipient.city, recipient.state, recipient.country].filter(Boolean).join(" ");
  const recipientLines = [recipient.name || "Name not provided", recipient.businessName, recipient.line1, recipient.line2, recipient.line1 ? place : "", `Identification number ${tinOf(payload)}`, `Account number ${account}`].filter(Boolean);
  put(page, root, "H2", form === "DAC7" ? "Platform" : "Filer", left, 108, { font: "title", size: 10 });
  put(page, root, "P", filerLines.join("\n"), left, 124, { width: 240 });
  put(page, root, "H2", form === "DAC7" ? "Seller" : "Payee", middle, 108, { font: "title", size: 10 });
  put(page, root, "P", recipientLines.join("\n"), middle, 124, { width: right - middle });
}

/** Boxes as a table of two columns; the months of a 1099-K are short, so that all fit on the page. */
function drawBoxes(page: Page, root: Structure, boxes: Box[]): void {
  const table = page.struct("Table");
  root.add(table);
  let y = 246;
  rule(page, y - 6);
  for (const { box, label, value } of boxes) {
    const row = page.struct("TR");
    table.add(row);
    put(page, row, "TH", `${box}   ${label}`, left, y, { width: 380 });
    put(page, row, "TD", value, 430, y, { font: "title", size: 9.5, width: right - 430, align: "right" });
    row.end();
    y += 19;
    rule(page, y - 5);
  }
  table.end();
}

function drawFoot(page: Page, root: Structure, { form, federal, stateFiled, recipient }: DocumentPayload): void {
  let y = 640;
  for (const text of footOf({ form, federal, stateFiled, missing: recipient.tin === "" })) {
    put(page, root, "P", text, left, y, { size: 8, color: ink.soft });
    y = page.y + 5;
  }
}
