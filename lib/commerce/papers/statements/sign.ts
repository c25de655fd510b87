import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { config, need } from "@/lib/platform/config";

/** What stands before the seed in a PKCS #8 key (RFC 8410). */
const head = Buffer.from("302e020100300506032b657004220420", "hex");
const keyOf = (seed: Buffer) => createPrivateKey({ key: Buffer.concat([head, seed]), format: "der", type: "pkcs8" });
const publicHex = (seed: Buffer): string => Buffer.from(createPublicKey(keyOf(seed)).export({ format: "jwk" }).x ?? "", "base64url").toString("hex");

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface Signature {
  signature: string;
  publicKey: string;
}

/** Signs a digest (hex) with the statements' key; undefined where none is set up, which the paper then says. */
export function signDigest(digest: string): Signature | undefined {
  const seed = config().STATEMENT_SIGNING_KEY;
  return seed && { signature: sign(null, Buffer.from(digest, "hex"), keyOf(seed)).toString("hex"), publicKey: publicHex(seed) };
}

/** The key that statements can be checked with. @throws NotConfigured */
export const statementKey = (): string => publicHex(need("Signing of statements", "STATEMENT_SIGNING_KEY"));

export function isSignedBy(digest: string, { signature, publicKey }: Signature): boolean {
  if (!/^[0-9a-f]{64}$/u.test(publicKey) || !/^[0-9a-f]{128}$/u.test(signature)) return false;
  const key = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey, "hex").toString("base64url") } });
  return verify(null, Buffer.from(digest, "hex"), key, Buffer.from(signature, "hex"));
}
