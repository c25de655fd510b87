import { type Figures, figuresOf, textOf } from "./figures";
import { minor, readRow } from "./csv-text";
import { type Section, sections } from "./schema";
import { isSignedBy, sha256 } from "./sign";

export interface Verdict {
  good: boolean;
  /** What was looked at, a sentence each. */
  findings: string[];
  /** The digest of the sums, as it stands on the PDF. */
  figures: string;
  publicKey: string | undefined;
}

/** Checks a statement's file by itself, without our machines. With `publicKey` also that it was ours that signed it; without, only that nothing was changed since. */
export function verifyCsv(text: string, publicKey?: string): Verdict {
  const cut = text.lastIndexOf("\r\nsignature,") + 2;
  const [signed, last] = cut > 1 ? [text.slice(0, cut), readRow(text.slice(cut).replace(/\r\n$/u, ""))] : [text, {}];
  const rows = signed.split("\r\n").filter(Boolean).map(readRow);
  const named = rows.find(({ row }) => row === "figures");
  const { figures, adds } = addUp(rows);
  const digest = sha256(textOf(figures));
  const key = last.kind === "ed25519" ? last.cause : undefined;
  const proof = (of: { kind?: string; description?: string; cause?: string } | undefined, over: string): boolean => of?.kind === "ed25519" && isSignedBy(over, { signature: of.description ?? "", publicKey: publicKey ?? of.cause ?? "" });
  const checks: [boolean, string, string][] = [
    [last.line === sha256(signed), "Every byte is as it was written.", "The file was changed, or cut off."],
    [adds, "Opening and movements are the closing.", "Opening and movements are not the closing."],
    [named?.line === digest, "The sums are those of its lines.", "The sums are not those of its lines."],
    [proof(last, last.line ?? ""), "The signature is good.", last.kind === "unsigned" ? "It is unsigned." : "The signature is not good."],
    [proof(named, digest), "The signature of the sums is good.", named?.kind === "unsigned" ? "Its sums are unsigned." : "The signature of the sums is not good."],
  ];
  return { good: checks.every(([holds]) => holds), findings: checks.map(([holds, yes, no]) => (holds ? yes : no)), figures: digest, publicKey: key };
}

function addUp(rows: ReturnType<typeof readRow>[]): { figures: Figures; adds: boolean } {
  const of = (name: string) => rows.filter(({ row }) => row === name);
  const asSection = (text: string | undefined): Section => sections.find((section) => section === text) ?? "balance";
  const [head] = of("statement");
  const opening = new Map(of("opening").map(({ account, amount }) => [asSection(account), minor(amount ?? "")]));
  const movements = of("line").map(({ account, amount, kind, line }) => ({ section: asSection(account), kind: kind ?? "", line: line ?? "", amount: minor(amount ?? "") }));
  const figures = figuresOf({ creatorId: head?.account ?? "", month: head?.occurred_at ?? "", currency: head?.currency ?? "" }, opening, movements);
  const closing = new Map(of("closing").map(({ account, amount }) => [asSection(account), minor(amount ?? "")]));
  return { figures, adds: figures.sections.every((one) => closing.get(one.section) === one.closing) };
}
