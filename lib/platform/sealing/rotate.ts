import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import { need } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { authorize } from "@/lib/platform/policy";
import { forgetDataKeys, newDataKey, unwrap, wrap } from "./data-keys";
import { canRotateKeys } from "./policy";
import { valuesUnder } from "./reseal";
import { dataKeyLifetime, retiredKeyRests } from "./rules";

const atOnce = 500;

/**
 * After a new key-encryption key became the active one: every data key is wrapped anew with it, and the old one can leave FIELD_KEYS.
 * No value changes. Repeating it changes nothing. @throws FieldKeyMissing when a key still needed has left already
 */
export async function rewrapDataKeys(ctx: Context): Promise<{ rewrapped: number }> {
  authorize(canRotateKeys(ctx.actor));
  const { active } = need("Field encryption", "FIELD_KEYS");
  const rows = await ctx.db.dataKey.findMany({ where: { kekId: { not: active }, wrapped: { not: null } }, select: { id: true, kekId: true, wrapped: true }, orderBy: { id: "asc" }, take: atOnce });
  let rewrapped = 0;
  for (const row of rows) {
    const fresh = wrap(row.id, unwrap(row));
    rewrapped += await ctx.transaction(async (tx) => {
      // Only over what was read: two that rewrap at once do it once.
      const { count } = await tx.dataKey.updateMany({ where: { id: row.id, wrapped: row.wrapped }, data: fresh });
      if (count > 0) audit(tx, ctx, "data-key.rewrapped", { subject: row.id, from: row.kekId, to: fresh.kekId });
      return count;
    });
  }
  return { rewrapped };
}

/**
 * Retires the active data key and makes the next, in one transaction: what is written from now on is sealed with it, within a
 * minute in every process. What the old one sealed still opens; resealAll() brings it over. Two calls at once make one key.
 */
export async function rotateDataKey(ctx: Context): Promise<{ from: string | undefined; to: string }> {
  authorize(canRotateKeys(ctx.actor));
  const fresh = newDataKey();
  const turned = await ctx.transaction(async (tx) => {
    const [old] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "DataKey" WHERE "retiredAt" IS NULL FOR UPDATE`;
    if (old) await tx.dataKey.update({ where: { id: old.id }, data: { retiredAt: ctx.now } });
    await tx.dataKey.create({ data: { ...fresh, createdAt: ctx.now } });
    audit(tx, ctx, "data-key.rotated", { subject: fresh.id, from: old?.id });
    return { from: old?.id, to: fresh.id };
  });
  forgetDataKeys();
  return turned;
}

/** Whether the active data key has sealed for as long as it should. */
export async function dataKeyIsOld(ctx: Context): Promise<boolean> {
  return (await ctx.db.dataKey.count({ where: { retiredAt: null, createdAt: { lt: later(ctx.now, -dataKeyLifetime) } } })) > 0;
}

/** Whether anything may still lie under a retired key. */
export async function retiredKeys(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.dataKey.findMany({ where: { retiredAt: { not: null }, destroyedAt: null }, select: { id: true }, orderBy: { id: "asc" }, take: atOnce });
  return rows.map((row) => row.id);
}

/**
 * Destroys retired data keys that no value in any sealed column uses. One that was retired within the hour is left:
 * somewhere a process may still seal with it. `inUse`: keys that hold something yet, and how much.
 */
export async function destroyUnusedKeys(ctx: Context): Promise<{ destroyed: string[]; inUse: Record<string, number>; resting: number }> {
  authorize(canRotateKeys(ctx.actor));
  const outcome = { destroyed: [] as string[], inUse: {} as Record<string, number>, resting: 0 };
  for (const id of await retiredKeys(ctx)) {
    const rested = await ctx.db.dataKey.count({ where: { id, retiredAt: { lt: later(ctx.now, -retiredKeyRests) } } });
    if (!rested) {
      outcome.resting += 1;
      continue;
    }
    const left = await valuesUnder(ctx, id);
    if (left > 0) {
      outcome.inUse[id] = left;
      continue;
    }
    await ctx.transaction(async (tx) => {
      await tx.dataKey.update({ where: { id }, data: { wrapped: null, destroyedAt: ctx.now } });
      audit(tx, ctx, "data-key.destroyed", { subject: id });
    });
    outcome.destroyed.push(id);
  }
  if (outcome.destroyed.length > 0) forgetDataKeys();
  return outcome;
}
