import type { Context, Tx } from "@/lib/platform/db";
import type { PostModel, PublicationModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";
import { canEditPost } from "./policy";

export type PostRow = PostModel & { publication: PublicationModel | null };

/** A post, locked until the transaction ends, that the actor may change. @throws NotFound, Forbidden */
export async function findPostForUpdate(tx: Tx, ctx: Context, postId: string): Promise<PostRow> {
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ${postId} FOR UPDATE`;
  const post = await tx.post.findUnique({ where: { id: postId }, include: { publication: true } });
  if (!post || post.deletedAt) throw new NotFound("post");
  authorize(canEditPost(ctx.actor, post), "post");
  return post;
}
