import { decrypt, encrypt } from "./cipher";
import { activeKey, keyOf } from "./data-keys";
import { CannotUnseal } from "./errors";

/** A column of text whose values are sealed. Its module declares it; lib/house.ts gathers all. */
export interface SealedColumn {
  table: string;
  /** Ends in "Sealed": a guard holds the schema and the list of lib/house.ts equal by it. */
  column: string;
  /** The column that names the row. It is part of what is sealed: it can never change. */
  key: string;
}

const version = "v1";
export const nameOf = ({ table, column }: SealedColumn): string => `${table}.${column}`;
const contextOf = (where: SealedColumn, rowId: string): string => `${nameOf(where)}:${rowId}`;

/**
 * Seals one value for one place: `v1.<data key>.<nonce>.<ciphertext and tag>`. Copied to another row or column it does not open.
 * Call it before the transaction that writes the value: it may have to ask for a key, on another connection. @throws NotConfigured
 */
export async function seal(where: SealedColumn, rowId: string, plain: string): Promise<string> {
  const { id, key } = await activeKey();
  const { iv, body } = encrypt(key, Buffer.from(plain, "utf8"), contextOf(where, rowId));
  return [version, id, iv.toString("base64url"), body.toString("base64url")].join(".");
}

/** Opens what seal() made for this place. @throws CannotUnseal, FieldKeyMissing; neither says what stood there */
export async function unseal(where: SealedColumn, rowId: string, sealed: string): Promise<string> {
  const [found, keyId = "", iv = "", body = "", ...more] = sealed.split(".");
  if (found !== version || body === "" || more.length > 0) throw new CannotUnseal(`${contextOf(where, rowId)} is not a sealed value`);
  const { key } = await keyOf(keyId);
  try {
    return decrypt(key, { iv: Buffer.from(iv, "base64url"), body: Buffer.from(body, "base64url") }, contextOf(where, rowId)).toString("utf8");
  } catch (cause) {
    throw new CannotUnseal(`${contextOf(where, rowId)} does not open with ${keyId}`, cause);
  }
}

/** How values begin that a data key sealed; ids have no sign that LIKE reads otherwise but "_", which matches itself. */
export const prefixOf = (keyId: string): string => `${version}.${keyId}.`;
