import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const [ivBytes, tagBytes] = [12, 16];

export interface Box {
  iv: Buffer;
  /** Ciphertext, then the tag. */
  body: Buffer;
}

/** AES-256-GCM under a new random nonce. `context` is not hidden, but whoever opens must say the same. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Box {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  return { iv, body: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
}

/** @throws Error when the key, the context or one bit is another */
export function decrypt(key: Buffer, { iv, body }: Box, context: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(body.subarray(-tagBytes));
  return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]);
}
