/** Something the person at the keyboard can put right. Its message is one sentence that says how. */
export class LocalProblem extends Error {}

/** The sentence to show for any failure; undefined when only a stack trace would help. */
export function explain(error: unknown): string | undefined {
  if (error instanceof LocalProblem) return error.message;
  const { code, path: where, port } = error as NodeJS.ErrnoException & { port?: number };
  const place = where ?? "the .local folder";
  switch (code) {
    case "ENOSPC":
      return `The disk is full: free some space, then run this again (it stopped while writing ${place}).`;
    case "EACCES":
    case "EPERM":
      return `Permission is missing for ${place}: give it to this user (chown -R), then run this again.`;
    case "EROFS":
      return `The disk that holds ${place} is read-only: use a checkout on a writable disk.`;
    case "EADDRINUSE":
      return `Port ${port ?? "?"} is taken: stop what listens there, or choose another with PORT=3100.`;
    case "EMFILE":
      return "Too many files are open: raise the limit with `ulimit -n 4096`, then run this again.";
    default:
      return undefined;
  }
}
