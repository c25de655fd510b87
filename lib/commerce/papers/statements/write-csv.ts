import { createHash } from "node:crypto";
import type { Database } from "@/lib/platform/db";
import { csvRow, columns, decimal } from "./csv-text";
import { type Figures, figuresOf, textOf } from "./figures";
import { type Line, linesOfMonth } from "./lines";
import { readFigures } from "./read-figures";
import { type Section, spanOf } from "./schema";
import { sha256, signDigest } from "./sign";

type Asked = Omit<Figures, "sections">;
const portion = 5_000;

/**
 * A month's statement as CSV, portion by portion: what was there, each line, what is there, the digest of the sums, and last a signature of
 * every byte before it. A file that was cut off has none.
 */
export async function* writeCsv(db: Database, asked: Asked): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const said = (text: string): string => {
    hash.update(text);
    return text;
  };
  const { creatorId, month, currency } = asked;
  const opening = new Map((await readFigures(db, creatorId, month, currency)).sections.map(({ section, opening: amount }) => [section, amount]));
  yield said(`${columns.join(",")}\r\n${csvRow({ row: "statement", account: creatorId, occurred_at: month, currency })}`);
  yield said([...opening].map(([account, amount]) => csvRow({ row: "opening", account, amount: decimal(amount, currency), currency })).join(""));
  let figures = figuresOf(asked, opening, []);
  for await (const lines of portions(db, asked)) {
    figures = add(figures, opening, lines);
    yield said(lines.map(rowOf).join(""));
  }
  yield said(figures.sections.map(({ section, closing }) => csvRow({ row: "closing", account: section, amount: decimal(closing, currency), currency })).join(""));
  yield said(signatureRow("figures", sha256(textOf(figures))));
  yield signatureRow("signature", hash.digest("hex"));
}

async function* portions(db: Database, { creatorId, month, currency }: Asked): AsyncGenerator<Line[]> {
  const span = spanOf(month);
  let after: { at: Date; id: string } | undefined;
  for (;;) {
    const lines = await linesOfMonth(db, { creatorId, currency, span, limit: portion, after, order: "oldest first" });
    const last = lines.at(-1);
    if (last) yield lines;
    if (!last || lines.length < portion) return;
    after = { at: last.occurredAt, id: last.id };
  }
}

/** The sums so far with these lines. */
function add(figures: Figures, opening: ReadonlyMap<Section, number>, lines: Line[]): Figures {
  return figuresOf(figures, opening, [...figures.sections.flatMap(({ section, groups }) => groups.map((group) => ({ section, ...group }))), ...lines]);
}

const rowOf = ({ section, occurredAt, amount, currency, kind, line, description, causeId, transactionId, id }: Line): string =>
  csvRow({ row: "line", account: section, occurred_at: occurredAt.toISOString(), amount: decimal(amount, currency), currency, kind, line, description, cause: causeId, transaction: transactionId, entry: id });

/** Kind: how it is signed; line: the SHA-256; description: the signature, or that there is none; cause: the public key. All in hex. */
function signatureRow(row: "figures" | "signature", digest: string): string {
  const signed = signDigest(digest);
  return signed ? csvRow({ row, kind: "ed25519", line: digest, description: signed.signature, cause: signed.publicKey }) : csvRow({ row, kind: "unsigned", line: digest, description: "No key for signing is set up. Nobody has signed this." });
}
