import type { Tx } from "@/lib/platform/db";
import type { PublicationModel } from "@/lib/platform/db/generated/models";

/** Keeps a creator's number of published posts, in the transaction that changes it. */
export async function countPosts(tx: Tx, creatorId: string, by: 1 | -1): Promise<void> {
  await tx.creatorProfile.update({ where: { id: creatorId }, data: { postCount: { increment: by } } });
}

/** Takes a cleared publication back behind the review. */
export async function hideAgain(tx: Tx, publication: PublicationModel): Promise<void> {
  if (!publication.clearedAt) return;
  await tx.publication.update({ where: { postId: publication.postId }, data: { clearedAt: null, clearedBy: null } });
  await countPosts(tx, publication.creatorId, -1);
}
