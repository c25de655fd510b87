import type PDFDocument from "pdfkit";
import { boldFont, textFont } from "./fonts";
import { type Section } from "./sections";

type Page = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Page["struct"]>;

/** The library knows this subset; its types do not yet. */
const readAloud = "PDF/UA" as "PDF/A-1";
const [left, right, label, bottom] = [48, 564, 175, 730];
const ink = { text: "#1c1b26", soft: "#57555f", line: "#b9b6b0" };

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
  page.registerFont("text", textFont()).registerFont("bold", boldFont());
  const root = page.struct("Document");
  page.addStructure(root);
  put(page, root, "H1", title, left, 46, { font: "bold", size: 17 });
  put(page, root, "P", lead, left, page.y + 4, { color: ink.soft });
  page.y += 10;
  for (const section of sections) drawSection(page, root, section);
  root.end();
  page.end();
  return done;
}

interface Style {
  font?: "text" | "bold";
  size?: number;
  color?: string;
  width?: number;
}

/** One piece of text with its meaning: H1, P, TH, TD. */
function put(page: Page, parent: Structure, tag: string, text: string, x: number, y: number, { font = "text", size = 9, color = ink.text, width = right - x }: Style = {}): void {
  parent.add(page.struct(tag, {}, () => void page.font(font).fontSize(size).fillColor(color).text(text, x, y, { width, lineGap: 1.5 })));
}

/** Lines mean nothing to who listens. */
function rule(page: Page): void {
  page.markContent("Artifact", { type: "Layout" });
  page.moveTo(left, page.y).lineTo(right, page.y).lineWidth(0.5).strokeColor(ink.line).stroke();
  page.endMarkedContent();
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
  put(page, root, "H2", title, left, page.y, { font: "bold", size: 11 });
  page.y += 3;
  rule(page);
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
