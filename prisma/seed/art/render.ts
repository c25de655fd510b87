import sharp from "sharp";

/** SVG to a PNG of its own size. */
export async function renderPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
}

/** The same picture a tenth as heavy, optionally narrower: for what is only looked at. */
export async function renderWebp(svg: string, width?: number): Promise<Buffer> {
  return sharp(Buffer.from(svg)).resize(width ? { width } : {}).webp({ quality: 82 }).toBuffer();
}

/** A few hundred bytes that stand in until the picture has come: a `data:` address. */
export async function renderPlaceholder(svg: string): Promise<string> {
  const tiny = await sharp(Buffer.from(svg)).resize({ width: 16 }).webp({ quality: 50 }).toBuffer();
  return `data:image/webp;base64,${tiny.toString("base64")}`;
}
