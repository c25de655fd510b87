import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "pdf-lib";
import { expect } from "vitest";

/** All of a stream. */
export const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await new Response(stream).arrayBuffer());

/** Expects a PDF that can be read aloud, and gives its words, by poppler where it is there; undefined where it is not. */
export async function readPaper(bytes: Uint8Array, title: string): Promise<string | undefined> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(pdf.getTitle()).toBe(title);
  expect(pdf.catalog.toString()).toMatch(/\/StructTreeRoot/u);
  expect(pdf.catalog.toString()).toMatch(/\/MarkInfo/u);
  expect(pdf.catalog.toString()).toMatch(/\/Lang \(en-US\)/u);
  const folder = await mkdtemp(path.join(tmpdir(), "paper-"));
  const file = path.join(folder, "a.pdf");
  await writeFile(file, bytes);
  const asked = await promisify(execFile)("pdftotext", ["-layout", file, "-"]).catch((error: unknown) => error as { code?: string; stdout?: undefined });
  await rm(folder, { recursive: true, force: true });
  return asked.stdout;
}
