import type { Context, Tx } from "@/lib/platform/db";
import type { PublicationModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";

/** Keeps a creator's number of shown posts, in the transaction that changes it. */
export async function countPosts(tx: Tx, creatorId: string, by: 1 | -1): Promise<void> {
  await tx.creatorProfile.update({ where: { id: creatorId }, data: { postCount: { increment: by } } });
}

/** From now on it is seen: counts it, and tells those who wait for it. Whoever calls holds the post's row. */
export async function show(tx: Tx, ctx: Context, { postId, creatorId }: Pick<PublicationModel, "postId" | "creatorId">): Promise<void> {
  await tx.publication.update({ where: { postId }, data: { shownAt: ctx.now } });
  await countPosts(tx, creatorId, 1);
  emit(tx, "post.published", { postId, creatorId });
}

/** Takes a cleared publication back behind the review. */
export async function hideAgain(tx: Tx, publication: PublicationModel): Promise<void> {
  if (!publication.clearedAt) return;
  await tx.publication.update({ where: { postId: publication.postId }, data: { clearedAt: null, clearedBy: null, shownAt: null } });
  if (publication.shownAt) await countPosts(tx, publication.creatorId, -1);
}
