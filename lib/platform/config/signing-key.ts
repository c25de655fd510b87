import type { z } from "zod";

/** The seed of an Ed25519 key, 32 bytes in base64; of anything else the setting is malformed and the process does not start. */
export function readSigningKey(text: string, ctx: z.RefinementCtx): Buffer {
  const seed = Buffer.from(text, "base64");
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(text) || seed.length !== 32) ctx.addIssue({ code: "custom", message: "not 32 bytes in base64" });
  return seed;
}
