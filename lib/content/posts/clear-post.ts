import { audit } from "@/lib/platform/audit";
import { creatorsTag } from "@/lib/content/creators";
import { invalidate } from "@/lib/platform/cache";
import type { Verb } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { authorize } from "@/lib/platform/policy";
import { show } from "./count-posts";
import { findPostForUpdate } from "./find-post";
import { canClearPost } from "./policy";
import { showPostJob } from "./show-post";

/**
 * Lets a published post be seen, by whoever trust says: now, or once it is due. Repeating it changes nothing.
 * The files are looked at while the post is held, so that none swapped in meanwhile is cleared unseen: while one is not ready it stays hidden.
 * @throws NotFound for all but our own jobs
 */
export async function clearPost({ ctx, input }: Verb<{ postId: string; clearedBy: string }>): Promise<void> {
  authorize(canClearPost(ctx.actor), "post");
  await ctx.transaction(async (tx) => {
    const { publication } = await findPostForUpdate(tx, ctx, input.postId);
    if (!publication || publication.clearedAt) return;
    if ((await tx.postMedia.count({ where: { postId: input.postId, media: { state: { not: "ready" } } } })) > 0) return;
    await tx.publication.update({ where: { postId: input.postId }, data: { clearedAt: ctx.now, clearedBy: input.clearedBy } });
    await tx.post.updateMany({ where: { id: input.postId, keptAt: { not: null } }, data: { keptAt: null } });
    audit(tx, ctx, "post.cleared", { subject: input.postId, clearedBy: input.clearedBy });
    if (publication.dueAt <= ctx.now) await show(tx, ctx, publication);
    else await enqueue(tx, showPostJob, { postId: input.postId }, { startAfter: publication.dueAt });
  });
  await invalidate(creatorsTag);
}
