export interface Piece {
  text: string;
  /** Present on what is an address. */
  url?: string;
}

/** Whole web addresses only: what looks like one and names no scheme may be a joke or a trap. */
const address = /https?:\/\/[^\s<>"“”«»]{1,2000}/giu;

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

/** Walks back over what ends a sentence, counting brackets once: a body full of them must not cost more than it is long. */
function trimmed(found: string): string {
  let open = found.split("(").length - found.split(")").length;
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (".,;:!?'’…".includes(last)) continue;
    if (last !== ")" || open >= 0) break;
    open += 1;
  }
  return found.slice(0, end);
}
