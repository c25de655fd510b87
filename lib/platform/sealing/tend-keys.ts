import type { Context } from "@/lib/platform/db";
import { resealAll } from "./reseal";
import { dataKeyIsOld, destroyUnusedKeys, retiredKeys, rewrapDataKeys, rotateDataKey } from "./rotate";

/** What the cron does every night: wraps anew, turns a key whose year is over, goes on with sealing anew, destroys what nothing uses. */
export async function tendKeys(ctx: Context, until: Date): Promise<{ rewrapped: number; rotated: boolean; resealed: number; done: boolean; destroyed: number }> {
  const { rewrapped } = await rewrapDataKeys(ctx);
  const rotated = await dataKeyIsOld(ctx);
  if (rotated) await rotateDataKey(ctx);
  if ((await retiredKeys(ctx)).length === 0) return { rewrapped, rotated, resealed: 0, done: true, destroyed: 0 };
  const { resealed, done } = await resealAll(ctx, { until });
  const { destroyed } = await destroyUnusedKeys(ctx);
  return { rewrapped, rotated, resealed, done, destroyed: destroyed.length };
}
