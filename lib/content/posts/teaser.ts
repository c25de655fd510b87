const longest = 160;
const shortest = 12;

/**
 * What everyone may read of a locked post: its first two lines, never more than half of its words or 160 characters, cut between words.
 * Empty when that leaves too little to mean anything: a short post is not given away.
 */
export function teaserOf(body: string): string {
  const lines = body.split(/\n+/u).map((line) => line.trim()).filter(Boolean);
  const most = Math.min(longest, Math.floor(lines.join("\n").length / 2));
  const beginning = lines.slice(0, 2).join("\n");
  const shown = beginning.length <= most ? beginning : cutBetweenWords(beginning, most);
  return shown.length < shortest ? "" : `${shown}…`;
}

/** Languages that write without spaces are cut where the room ends, but never inside a character. */
function cutBetweenWords(text: string, most: number): string {
  const cut = text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "");
  const space = text[most] === " " ? most : cut.lastIndexOf(" ");
  return (space > most / 2 ? cut.slice(0, space) : cut).trimEnd();
}
