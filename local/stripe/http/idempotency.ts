import { createHash } from "node:crypto";
import type { Tables, KeptAnswer } from "../state/tables";
import { StripeFailure } from "./errors";

/** Keys are forgotten after a day, as Stripe may. */
const keptSeconds = 86_400;

/** What makes two requests the same: where they go and all they carry. */
export function fingerprintOf(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/** The answer kept for this key, if it is still remembered. @throws idempotency_error when the key came with other parameters */
export function keptAnswer(tables: Tables, key: string, fingerprint: string, now: number): KeptAnswer | undefined {
  const kept = tables.keptAnswers.get(key);
  if (!kept || kept.created + keptSeconds < now) return undefined;
  if (kept.fingerprint === fingerprint) return kept;
  throw new StripeFailure(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

export function keyInUse(key: string): StripeFailure {
  return new StripeFailure(409, {
    type: "invalid_request_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}

/** Stripe keeps what an endpoint answered once it had begun to work: not refused parameters, conflicts or bad keys. */
export function isKept(status: number): boolean {
  return status < 400 || status === 402;
}
