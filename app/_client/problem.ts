/** An answer that says what went wrong, in words for the person. */
export interface Problem {
  status: number;
  detail: string;
  invalidParams?: { name: string; reason: string }[];
}

/** What to tell the person when a call failed, or never came through. */
export function problemOf(error: unknown): Problem {
  if (typeof error === "object" && error !== null && "detail" in error && typeof error.detail === "string") return error as Problem;
  return { status: 0, detail: "We could not reach DirectFanz. Check your connection and try again; nothing was lost." };
}

/** The complaint about one field of a form: name as in the request's body, e.g. "amount". */
export function fieldError(problem: Problem | undefined, field: string): string | undefined {
  return problem?.invalidParams?.find(({ name }) => name === `body.${field}` || name.startsWith(`body.${field}.`))?.reason;
}
