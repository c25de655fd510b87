import { Readable } from "node:stream";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { type Block, drawPaper } from "@/lib/platform/pdf";
import { sellerLines } from "../seller";
import { type Figures, textOf } from "./figures";
import { readFigures } from "./read-figures";
import { sha256, signDigest } from "./sign";
import { begunMonth, ownBooks } from "./whose";
import { sayMonth, statementBlocks } from "./words";
import { writeCsv } from "./write-csv";

interface Input {
  month: string;
  format: "pdf" | "csv";
  currency?: string;
}
interface Statement {
  name: string;
  type: string;
  bytes: ReadableStream<Uint8Array>;
}

/** One's statement of a month, out of the books as they stand. @throws NotFound without a page, and for months to come */
export async function drawStatement(ctx: Context, { month, format, currency = "usd" }: Input): Promise<Statement> {
  const creatorId = ownBooks(ctx);
  const { to } = begunMonth(ctx, month);
  const name = `directfanz-statement-${month}.${format}`;
  if (format === "csv") return { name, type: "text/csv; charset=utf-8", bytes: Readable.toWeb(Readable.from(encoded(writeCsv(ctx.db, { creatorId, month, currency })))) as unknown as ReadableStream<Uint8Array> };
  const profile = await ctx.db.creatorProfile.findUniqueOrThrow({ where: { id: creatorId }, select: { name: true, handle: true } });
  const bytes = await statementPaper(await readFigures(ctx.db, creatorId, month, currency), { owner: `${profile.name} (@${profile.handle})`, madeAt: ctx.now, open: to > ctx.now });
  return { name, type: "application/pdf", bytes };
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}

interface About {
  owner: string;
  madeAt: Date;
  /** The month is not over. */
  open: boolean;
}

export function statementPaper(figures: Figures, { owner, madeAt, open }: About): Promise<ReadableStream<Uint8Array>> {
  const made = madeAt.toISOString().slice(0, 16).replace("T", " ");
  const blocks: Block[] = [
    { kind: "facts", rows: [["Page", owner], ["Month", `${sayMonth(figures.month)}, by the clock of UTC`], ["From", sellerLines().join("\n")], ["Currency", figures.currency.toUpperCase()]] },
    ...statementBlocks(figures),
    { kind: "heading", text: "Signature" },
    ...signatureBlocks(sha256(textOf(figures))),
  ];
  const lead = `Taken from the books on ${made} UTC. ${open ? "The month is not over: these are its figures so far." : "What the payment provider reports late is booked for the day it happened; a statement made later can then differ."}`;
  return drawPaper({ title: `Statement, ${sayMonth(figures.month)}`, lead, author: sellerLines()[0] ?? "DirectFanz", madeAt, blocks });
}

function signatureBlocks(digest: string): Block[] {
  const signed = signDigest(digest);
  if (!signed) return [{ kind: "text", text: "This statement is unsigned: no key for signing is set up." }, { kind: "facts", rows: [["SHA-256 of its figures", digest]] }];
  return [
    { kind: "facts", rows: [["SHA-256 of its figures", digest], ["Ed25519 signature", signed.signature], ["Public key", signed.publicKey]] },
    { kind: "text", soft: true, text: `The figures are those that the CSV of the same month adds up to when both are made of the same lines; it is signed byte by byte. Our key stands at ${config().APP_URL}/api/v1/statements/key.` },
  ];
}
