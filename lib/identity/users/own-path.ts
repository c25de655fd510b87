/** Where to go next, if it is a path on our own site; anything else could lead people away after signing in. */
export function ownPath(next: unknown, otherwise: string): string {
  return isOwnPath(next) ? next : otherwise;
}

/** One "/" at the beginning: two, or "/\", are another site's address to a browser. ASCII only: whatever else there is comes encoded, and no header can carry it. */
export function isOwnPath(next: unknown): next is string {
  return typeof next === "string" && next.length <= 500 && /^\/(?![/\\])[!-~]*$/u.test(next) && !next.includes("\\");
}
