import { ink, left, type Page, put, readAloud, right, rule, type Structure, textFontPath, titleFontPath } from "@/lib/platform/pdf";
import { type Section } from "./sections";

const [label, bottom] = [175, 730];

export interface Cover {
  /** "Evidence for dispute du_…". */
  title: string;
  lead: string;
  madeAt: Date;
}

/** The evidence as a tagged PDF of US letter pages, dark on white, as banks print it. A section about which nothing is recorded says so. */
export async function drawEvidence({ title, lead, madeAt }: Cover, sections: Section[]): Promise<Buffer> {
  // Loaded when there is something to draw: it is large, and few requests draw.
  const { default: Pdf } = await import("pdfkit");
  const page = new Pdf({ size: "LETTER", margin: 48, tagged: true, subset: readAloud, pdfVersion: "1.7", lang: "en-US", displayTitle: true, info: { Title: title, Author: "DirectFanz", CreationDate: madeAt } });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => page.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks))).on("error", reject));
  page.registerFont("text", textFontPath()).registerFont("title", titleFontPath());
  const root = page.struct("Document");
  page.addStructure(root);
  put(page, root, "H1", title, left, 46, { font: "title", size: 17 });
  put(page, root, "P", lead, left, page.y + 4, { color: ink.soft });
  page.y += 10;
  for (const section of sections) drawSection(page, root, section);
  root.end();
  page.end();
  return done;
}

const heightOf = (page: Page, text: string, width: number): number => page.font("text").fontSize(9).heightOfString(text, { width, lineGap: 1.5 });

/** What does not fit below goes on the next page whole; a row is never torn. */
function makeRoom(page: Page, height: number): void {
  if (page.y + height <= bottom) return;
  page.addPage();
  page.y = 52;
}

function drawSection(page: Page, root: Structure, { title, text, rows = [] }: Section): void {
  const empty = text === undefined && rows.length === 0;
  makeRoom(page, 46 + (text ? Math.min(heightOf(page, text, right - left), 120) : 0));
  page.y += 12;
  put(page, root, "H2", title, left, page.y, { font: "title", size: 11 });
  page.y += 3;
  rule(page, page.y);
  page.y += 6;
  if (text) { put(page, root, "P", text, left, page.y); page.y += 4; }
  if (empty) put(page, root, "P", "Nothing is recorded.", left, page.y, { color: ink.soft });
  if (rows.length > 0) drawRows(page, root, rows);
}

function drawRows(page: Page, root: Structure, rows: [string, string][]): void {
  const table = page.struct("Table");
  root.add(table);
  for (const [name, value] of rows) {
    const height = Math.max(heightOf(page, value, right - left - label - 12), heightOf(page, name, label));
    makeRoom(page, height + 4);
    const [top, row] = [page.y, page.struct("TR")];
    table.add(row);
    put(page, row, "TH", name, left, top, { color: ink.soft, width: label });
    put(page, row, "TD", value, left + label + 12, top);
    row.end();
    page.y = top + height + 4;
  }
  table.end();
}
