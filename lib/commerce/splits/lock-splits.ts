import type { Tx } from "@/lib/platform/db";
import type { RevenueSplitModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";

/** Those who change what a page shares take turns. */
export async function lockSplits(tx: Tx, creatorId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`splits:${creatorId}`}))::text`;
}

/** One split as it is once it is our turn. @throws NotFound */
export async function findLocked(tx: Tx, splitId: string): Promise<RevenueSplitModel> {
  const found = await tx.revenueSplit.findUnique({ where: { id: splitId }, select: { creatorId: true } });
  if (!found) throw new NotFound("split");
  await lockSplits(tx, found.creatorId);
  return tx.revenueSplit.findUniqueOrThrow({ where: { id: splitId } });
}

/** A payment's moment is a whole second at the provider: a split that begins or ends within one does so at its beginning. */
export const inWholeSeconds = (at: Date): Date => new Date(Math.floor(at.getTime() / 1_000) * 1_000);
