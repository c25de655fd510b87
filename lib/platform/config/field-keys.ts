import type { z } from "zod";

/** Key-encryption keys by their id. The active one wraps new data keys; the others only open what they wrapped. */
export interface FieldKeys {
  active: string;
  keys: ReadonlyMap<string, Buffer>;
}

/** "2026a:<base64>,2025b:<base64>" → its keys; of a wrong one the setting is malformed and the process does not start. */
export function readFieldKeys(text: string, ctx: z.RefinementCtx): FieldKeys {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(",")) {
    const [, id = "", encoded = ""] = /^([\w-]{1,40}):([A-Za-z0-9+/]+={0,2})$/u.exec(part.trim()) ?? [];
    const key = Buffer.from(encoded, "base64");
    // AES-256 takes 32 bytes; and two keys of one name would leave it to chance which of them opens.
    if (id === "" || key.length !== 32 || keys.has(id)) ctx.addIssue({ code: "custom", message: "not a list of <id>:<32 bytes in base64>" });
    else keys.set(id, key);
  }
  return { active: keys.keys().next().value ?? "", keys };
}
