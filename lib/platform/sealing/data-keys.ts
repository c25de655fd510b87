import { randomBytes } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { need } from "@/lib/platform/config";
import { database } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { decrypt, encrypt } from "./cipher";
import { CannotUnseal, FieldKeyMissing } from "./errors";
import { activeKeyKnownFor } from "./rules";

interface DataKey {
  id: string;
  key: Buffer;
}
interface Row {
  id: string;
  kekId: string;
  wrapped: string | null;
}

/** Data keys as this process knows them; on globalThis because bundlers may load this module more than once. */
interface Known {
  byId: Map<string, DataKey>;
  active: { key: DataKey; until: number } | undefined;
}
const holder = globalThis as typeof globalThis & { directfanzDataKeys?: Known };
const known = (): Known => (holder.directfanzDataKeys ??= { byId: new Map(), active: undefined });

/** Forgets every data key of this process: after a rotation here, and for tests. */
export function forgetDataKeys(): void {
  delete holder.directfanzDataKeys;
}

const contextOf = (id: string): string => `DataKey:${id}`;

/** A data key under the active key-encryption key, as it lies in its row. */
export function wrap(id: string, key: Buffer): { kekId: string; wrapped: string } {
  const { active, keys } = need("Field encryption", "FIELD_KEYS");
  const kek = keys.get(active);
  if (!kek) throw new FieldKeyMissing(active, id);
  const { iv, body } = encrypt(kek, key, contextOf(id));
  return { kekId: active, wrapped: `${iv.toString("base64url")}.${body.toString("base64url")}` };
}

/** @throws FieldKeyMissing, naming the key-encryption key; CannotUnseal when the row was changed or its key destroyed */
export function unwrap({ id, kekId, wrapped }: Row): Buffer {
  if (wrapped === null) throw new CannotUnseal(`the data key ${id} was destroyed`);
  const kek = need("Field encryption", "FIELD_KEYS").keys.get(kekId);
  if (!kek) throw new FieldKeyMissing(kekId, id);
  const [iv = "", body = ""] = wrapped.split(".");
  try {
    return decrypt(kek, { iv: Buffer.from(iv, "base64url"), body: Buffer.from(body, "base64url") }, contextOf(id));
  } catch (cause) {
    throw new CannotUnseal(`the data key ${id} does not open with "${kekId}"`, cause);
  }
}

/** A new data key as a row; it seals from the moment the row is there. */
export function newDataKey(): { id: string; kekId: string; wrapped: string } {
  const id = newId("dataKey");
  return { id, ...wrap(id, randomBytes(32)) };
}

const columns = { id: true, kekId: true, wrapped: true } as const;

/**
 * The key that seals now; the first is made on first use. It is always read and made outside the caller's transaction: a key that
 * was rolled back with it would live on in this process and seal what nobody can open.
 */
export async function activeKey(): Promise<DataKey> {
  const { active } = known();
  if (active && active.until > Date.now()) return active.key;
  const db = database();
  const read = () => db.dataKey.findFirst({ where: { retiredAt: null }, select: columns });
  let row = await read();
  if (!row) {
    await db.dataKey.createMany({ data: [{ ...newDataKey(), createdAt: now() }], skipDuplicates: true });
    row = await read();
  }
  // Between retiring a key and making the next there is no gap: both are one transaction.
  if (!row) throw new CannotUnseal("there is no active data key");
  const key = { id: row.id, key: unwrap(row) };
  known().byId.set(key.id, key);
  known().active = { key, until: Date.now() + activeKeyKnownFor };
  return key;
}

/** The key of this id, whether it seals still or not. @throws CannotUnseal, FieldKeyMissing */
export async function keyOf(id: string): Promise<DataKey> {
  const found = known().byId.get(id);
  if (found) return found;
  const row = await database().dataKey.findUnique({ where: { id }, select: columns });
  if (!row) throw new CannotUnseal(`there is no data key ${id}`);
  const key = { id, key: unwrap(row) };
  known().byId.set(id, key);
  return key;
}
