import type PDFDocument from "pdfkit";

export type Page = InstanceType<typeof PDFDocument>;
export type Structure = ReturnType<Page["struct"]>;

/** The edges and inks of every paper of ours, US letter. */
export const [left, right] = [48, 564];
export const ink = { text: "#1c1b26", soft: "#57555f", line: "#b9b6b0" };
/** pdfkit's types know the standard for archives only; it writes that for reading aloud as well. */
export const readAloud = "PDF/UA" as "PDF/A-1";

export interface Style {
  font?: "text" | "title";
  size?: number;
  color?: string;
  width?: number;
  align?: "left" | "right";
}

/** One piece of text with its meaning: H1, P, TH, TD. */
export function put(page: Page, parent: Structure, tag: string, text: string, x: number, y: number, { font = "text", size = 9, color = ink.text, width = right - x, align = "left" }: Style = {}): void {
  parent.add(page.struct(tag, {}, () => void page.font(font).fontSize(size).fillColor(color).text(text, x, y, { width, align, lineGap: 1.5 })));
}

/** A line across; it means nothing to who listens. */
export function rule(page: Page, y: number): void {
  page.markContent("Artifact", { type: "Layout" });
  page.moveTo(left, y).lineTo(right, y).lineWidth(0.5).strokeColor(ink.line).stroke();
  page.endMarkedContent();
}
