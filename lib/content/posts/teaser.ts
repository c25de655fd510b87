const teaserLength = 160;

/** The first two lines, at most 160 characters, cut between words. */
export function teaserOf(body: string): string {
  const lines = body.split(/\n+/u).filter((line) => line.trim() !== "").slice(0, 2).join("\n");
  if (lines.length <= teaserLength) return lines.length < body.length ? `${lines}…` : lines;
  const cut = lines.slice(0, teaserLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), teaserLength / 2))}…`;
}
