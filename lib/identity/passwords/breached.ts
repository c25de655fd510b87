import { createHash } from "node:crypto";
import { config } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";
import { bundledBreaches } from "./bundled-breaches";

/**
 * Whether a password is known from breaches. With a range service: five characters of its SHA-1 leave the house.
 * Without one, or when it does not answer in a second, the bundled list decides.
 */
export async function isBreached(password: string): Promise<boolean> {
  if (bundledBreaches.has(simplified(password))) return true;
  const base = config().BREACHED_PASSWORDS_URL;
  if (!base) return false;
  const digest = createHash("sha1").update(password, "utf8").digest("hex").toUpperCase();
  try {
    const answer = await fetch(`${base.replace(/\/$/u, "")}/${digest.slice(0, 5)}`, { headers: { "add-padding": "true" }, signal: AbortSignal.timeout(1_000) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const suffix = digest.slice(5);
    return (await answer.text()).split("\n").some((line) => line.startsWith(suffix) && !line.trim().endsWith(":0"));
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.message : "?" }, "breached-password service did not answer");
    return false;
  }
}

/** Lower case, without what people put between and after the words of a weak password. */
export function simplified(password: string): string {
  return password.toLowerCase().replace(/[\s\-_.!?]+/gu, "");
}
