import { type Context, Prisma } from "@/lib/platform/db";
import { authorize } from "@/lib/platform/policy";
import { activeKey, forgetDataKeys } from "./data-keys";
import { canRotateKeys } from "./policy";
import { sealedColumns } from "./registry";
import { resealBatch } from "./rules";
import { nameOf, prefixOf, seal, type SealedColumn, unseal } from "./seal";

export interface ResealStep {
  column: string;
  resealed: number;
  done: boolean;
}

/** Names are checked where the columns are declared (registry.ts); values are always parameters. */
const raw = ({ table, column, key }: SealedColumn) => ({ table: Prisma.raw(`"${table}"`), column: Prisma.raw(`"${column}"`), key: Prisma.raw(`"${key}"`) });

/**
 * Brings every value of every sealed column under the active key while the app serves, a batch at a time. Stops at `until`, and
 * goes on from there when called again, as after a crash. A value that was written meanwhile is left as it was written.
 */
export async function resealAll(ctx: Context, { until, onStep }: { until?: Date; onStep?: (step: ResealStep) => void } = {}): Promise<{ resealed: number; done: boolean }> {
  authorize(canRotateKeys(ctx.actor));
  // Heard anew: under a key that another process retired a minute ago all this would be for nothing.
  forgetDataKeys();
  const { id: keyId } = await activeKey();
  let resealed = 0;
  for (const where of sealedColumns()) {
    const id = { column: nameOf(where), keyId };
    await ctx.db.resealProgress.createMany({ data: [id], skipDuplicates: true });
    for (;;) {
      const at = await ctx.db.resealProgress.findUniqueOrThrow({ where: { column_keyId: id } });
      if (at.doneAt && !(await anyOther(ctx, where, keyId))) break;
      if (until && new Date() >= until) return { resealed, done: false };
      const { moved, cursor } = await resealRows(ctx, where, keyId, at.doneAt ? "" : at.cursor);
      resealed += moved;
      const done = cursor === undefined;
      await ctx.db.resealProgress.update({ where: { column_keyId: id }, data: { cursor: cursor ?? "", resealed: { increment: moved }, doneAt: done ? new Date() : null } });
      onStep?.({ column: id.column, resealed: at.resealed + moved, done });
    }
  }
  return { resealed, done: true };
}

interface Row {
  id: string;
  value: string;
}

/** One batch in the order of the rows' keys. `cursor` undefined: that was the last. */
async function resealRows(ctx: Context, where: SealedColumn, keyId: string, after: string): Promise<{ moved: number; cursor: string | undefined }> {
  const { table, column, key } = raw(where);
  const rows = await ctx.db.$queryRaw<Row[]>`SELECT ${key} AS id, ${column} AS value FROM ${table} WHERE ${key} > ${after} AND ${column} IS NOT NULL ORDER BY ${key} LIMIT ${resealBatch}`;
  const old = rows.filter((row) => !row.value.startsWith(prefixOf(keyId)));
  const fresh = await Promise.all(old.map(async (row) => seal(where, row.id, await unseal(where, row.id, row.value))));
  const [ids, was] = [old.map((row) => row.id), old.map((row) => row.value)];
  // Only over the value that was read: a write in between stands, sealed with a key that opens.
  const moved =
    old.length === 0
      ? 0
      : await ctx.db.$executeRaw`UPDATE ${table} AS t SET ${column} = n.fresh FROM unnest(${ids}::text[], ${was}::text[], ${fresh}::text[]) AS n(id, was, fresh) WHERE t.${key} = n.id AND t.${column} = n.was`;
  return { moved, cursor: rows.length < resealBatch ? undefined : rows.at(-1)?.id };
}

/** Whether a value lies under another key after all: written behind the walk by a process that had not heard of the new one. */
async function anyOther(ctx: Context, where: SealedColumn, keyId: string): Promise<boolean> {
  const { table, column } = raw(where);
  const [row] = await ctx.db.$queryRaw<{ found: boolean }[]>`SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL AND NOT starts_with(${column}, ${prefixOf(keyId)})) AS found`;
  return row?.found === true;
}

/** How many values a data key still holds, in all columns. Reads them all: for a rotation, not for a request. */
export async function valuesUnder(ctx: Context, keyId: string): Promise<number> {
  let total = 0;
  for (const where of sealedColumns()) {
    const { table, column } = raw(where);
    const [row] = await ctx.db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM ${table} WHERE starts_with(${column}, ${prefixOf(keyId)})`;
    total += Number(row?.count ?? 0);
  }
  return total;
}
