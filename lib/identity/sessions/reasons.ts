import { explainLack } from "@/lib/identity/standing";

export const notConfirmedThere = "Your email address is not confirmed there. Confirm it, or sign up with a password.";

const ours: ReadonlySet<string> = new Set([notConfirmedThere, explainLack("sign_in")]);

/**
 * What the sign-in page says of a sign-in that came back with `error` in its address. Anybody can write such an address, so only
 * sentences of ours are shown; to next-auth's one-word names belongs one sentence.
 */
export function reasonToShow(error: string): string {
  return ours.has(error) ? error : "That did not work. Try again, or use your email address and password.";
}
