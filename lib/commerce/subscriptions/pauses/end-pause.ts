import type { Context, Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { applyPauseJob } from "./apply-pause-job";

/** Closes the open pause of a membership, if there is one, and has the provider told. Returns its id. */
export async function endPause(tx: Tx, ctx: Context, subscriptionId: string): Promise<string | undefined> {
  const open = await tx.membershipPause.findFirst({ where: { subscriptionId, endedAt: null }, select: { id: true } });
  if (!open) return undefined;
  await tx.membershipPause.update({ where: { id: open.id }, data: { endedAt: ctx.now } });
  await enqueue(tx, applyPauseJob, { subscriptionId });
  return open.id;
}
