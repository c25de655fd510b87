/** Where to go next, if it is a path on our own site; anything else could lead people away after signing in. */
export function ownPath(next: string | undefined, otherwise: string): string {
  if (!next || !/^\/(?![/\\])/u.test(next) || /[\p{Cc}\\]/u.test(next)) return otherwise;
  return next;
}
