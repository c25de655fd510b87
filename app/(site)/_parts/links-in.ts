export interface Piece {
  text: string;
  /** Present on what is an address. */
  url?: string;
}

/** Whole web addresses only: what looks like one and names no scheme may be a joke or a trap. */
const address = /https?:\/\/[^\s<>"“”«»]+/giu;

/** Text cut at its web addresses. Punctuation that ends a sentence is not part of the address, nor is a bracket that was opened before it. */
export function linksIn(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const found = trimmed(match[0]);
    if (!URL.canParse(found)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: found, url: new URL(found).href });
    from = match.index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function trimmed(found: string): string {
  const shorter = found.replace(/[.,;:!?'’…]+$/u, "");
  const opened = shorter.split("(").length;
  const closed = shorter.split(")").length;
  return closed > opened && shorter.endsWith(")") ? trimmed(shorter.slice(0, -1)) : shorter;
}
