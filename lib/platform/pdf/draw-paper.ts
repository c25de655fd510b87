import { Readable } from "node:stream";
import { textFontPath, titleFontPath } from "./fonts";
import { ink, left, type Page, put, readAloud, right, rule, type Structure, type Style } from "./marks";

/** What stands on a paper, from top to bottom. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string; soft?: boolean }
  /** Names at the left, what they are beside them. */
  | { kind: "facts"; rows: [name: string, value: string][] }
  /** A table of amounts, which stand at the right edge. */
  | { kind: "sums"; head: [what: string, amount: string]; rows: { label: string; value: string; strong?: boolean }[] };

export interface Paper {
  title: string;
  /** One line below it. */
  lead: string;
  author: string;
  madeAt: Date;
  blocks: Block[];
}

const [label, bottom] = [150, 720];

/** A tagged PDF (PDF/UA) of US letter pages with its fonts inside: it can be read aloud, searched and copied from. Dark on white, for printers. */
export async function drawPaper({ title, lead, author, madeAt, blocks }: Paper): Promise<ReadableStream<Uint8Array>> {
  // Loaded when there is something to draw: it is large, and few requests draw.
  const { default: Pdf } = await import("pdfkit");
  const page = new Pdf({ size: "LETTER", margins: { top: 48, left, right: 48, bottom: 36 }, bufferPages: true, tagged: true, subset: readAloud, pdfVersion: "1.7", lang: "en-US", displayTitle: true, info: { Title: title, Author: author, CreationDate: madeAt } });
  page.registerFont("text", textFontPath()).registerFont("title", titleFontPath());
  const root = page.struct("Document");
  page.addStructure(root);
  put(page, root, "H1", title, left, 46, { font: "title", size: 19 });
  put(page, root, "P", lead, left, page.y + 4, { color: ink.soft });
  page.y += 8;
  for (const block of blocks) draw(page, root, block);
  root.end();
  numberPages(page, title);
  page.end();
  return Readable.toWeb(page) as unknown as ReadableStream<Uint8Array>;
}

const heightOf = (page: Page, text: string, width: number, font: "text" | "title" = "text"): number => page.font(font).fontSize(9).heightOfString(text, { width, lineGap: 1.5 });

/** What does not fit below goes on the next page whole; a row is never torn. */
function makeRoom(page: Page, height: number): void {
  if (page.y + height <= bottom) return;
  page.addPage();
  page.y = 52;
}

function draw(page: Page, root: Structure, block: Block): void {
  switch (block.kind) {
    case "heading":
      // Never alone at a page's foot.
      makeRoom(page, 70);
      page.y += 20;
      put(page, root, "H2", block.text, left, page.y, { font: "title", size: 11 });
      page.y += 4;
      return;
    case "text":
      makeRoom(page, heightOf(page, block.text, right - left) + 6);
      page.y += 6;
      put(page, root, "P", block.text, left, page.y, { color: block.soft ? ink.soft : ink.text });
      return;
    case "facts":
      drawFacts(page, root, block.rows);
      return;
    case "sums":
      drawSums(page, root, block);
  }
}

function drawFacts(page: Page, root: Structure, rows: [string, string][]): void {
  const table = page.struct("Table");
  root.add(table);
  page.y += 4;
  for (const [name, value] of rows) {
    const height = Math.max(heightOf(page, name, label), heightOf(page, value, right - left - label - 12));
    makeRoom(page, height + 5);
    const [top, row] = [page.y, page.struct("TR")];
    table.add(row);
    put(page, row, "TH", name, left, top, { color: ink.soft, width: label });
    put(page, row, "TD", value, left + label + 12, top);
    row.end();
    page.y = top + height + 5;
  }
  table.end();
}

function drawSums(page: Page, root: Structure, { head, rows }: Extract<Block, { kind: "sums" }>): void {
  const [amounts, width] = [440, 380];
  const table = page.struct("Table");
  root.add(table);
  page.y += 4;
  const line = (cells: [string, string], tags: [string, string], style: Style): void => {
    const height = heightOf(page, cells[0], width, style.font);
    makeRoom(page, height + 10);
    const [top, row] = [page.y, page.struct("TR")];
    table.add(row);
    put(page, row, tags[0], cells[0], left, top, { ...style, width });
    put(page, row, tags[1], cells[1], amounts, top, { ...style, width: right - amounts, align: "right" });
    row.end();
    rule(page, top + height + 4);
    page.y = top + height + 9;
  };
  line(head, ["TH", "TH"], { color: ink.soft });
  for (const { label: name, value, strong } of rows) line([name, value], ["TH", "TD"], { font: strong ? "title" : "text" });
  table.end();
}

function numberPages(page: Page, title: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    page.switchToPage(start + index);
    page.markContent("Artifact", { type: "Pagination" });
    page.font("text").fontSize(7.5).fillColor(ink.soft).text(`${title}  ·  page ${index + 1} of ${count}`, left, 742, { width: right - left, lineBreak: false });
    page.endMarkedContent();
  }
}
