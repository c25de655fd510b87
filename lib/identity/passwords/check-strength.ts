import { isBreached, simplified } from "./breached";
import { maximumLength, minimumLength } from "./rules";

/** What is wrong with a password, in the person's words; undefined when it is good. `own` are words they would guess: mail, name. */
export async function weaknessOf(password: string, own: string[]): Promise<string | undefined> {
  const length = lengthComplaint(password);
  if (length) return length;
  const plain = simplified(password);
  if (new Set(plain).size < 5) return "Too much of this repeats. Use a few different words.";
  if (isRepeatedUnit(plain) || isRun(plain)) return "Too much of this repeats. Use a few different words.";
  const guessable = own.flatMap((words) => (words.split("@")[0] ?? "").toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);
  if (guessable.reduce((rest, word) => rest.replaceAll(word, ""), plain).length < 8) return "This is too close to your name or email address.";
  if (plain.replaceAll("directfanz", "").length < 8) return "This is too close to our name.";
  if (await isBreached(password)) return "This password is known from a breach elsewhere. Choose another.";
  return undefined;
}

/** Too short or too long, with the count: people cannot see what they typed. NIST counts each Unicode code point as one character. */
export function lengthComplaint(password: string): string | undefined {
  const length = Array.from(password).length;
  if (length < minimumLength) return `${length === 1 ? "One character is" : `${length} characters are`} too few: it takes ${minimumLength}.`;
  return length > maximumLength ? `Use at most ${maximumLength} characters.` : undefined;
}

/** "abcabcabc": one unit over and over. */
function isRepeatedUnit(text: string): boolean {
  return /^(.{1,6})\1+.{0,3}$/u.test(text);
}

/** "0123456789…", "abcdefgh…": each character one after the last. */
function isRun(text: string): boolean {
  let steps = 0;
  for (let at = 1; at < text.length; at += 1) if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) steps += 1;
  return steps > text.length * 0.8;
}
