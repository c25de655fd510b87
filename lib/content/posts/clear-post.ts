import { audit } from "@/lib/platform/audit";
import { creatorsTag } from "@/lib/content/creators";
import { invalidate } from "@/lib/platform/cache";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { authorize } from "@/lib/platform/policy";
import { countPosts } from "./count-posts";
import { findPostForUpdate } from "./find-post";
import { canClearPost } from "./policy";

/** Lets a published post be seen, by whoever trust says. Repeating it changes nothing. @throws NotFound for all but our own jobs */
export async function clearPost({ ctx, input }: Verb<{ postId: string; clearedBy: string }>): Promise<void> {
  authorize(canClearPost(ctx.actor), "post");
  await ctx.transaction(async (tx) => {
    const { publication } = await findPostForUpdate(tx, ctx, input.postId);
    if (!publication || publication.clearedAt) return;
    await tx.publication.update({ where: { postId: input.postId }, data: { clearedAt: ctx.now, clearedBy: input.clearedBy } });
    await countPosts(tx, publication.creatorId, 1);
    audit(tx, ctx, "post.cleared", { subject: input.postId, clearedBy: input.clearedBy });
    emit(tx, "post.published", { postId: input.postId, creatorId: publication.creatorId });
  });
  await invalidate(creatorsTag);
}
