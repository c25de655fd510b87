import { creatorsTag } from "@/lib/content/creators";
import { invalidate } from "@/lib/platform/cache";
import type { Verb } from "@/lib/platform/db";
import { defineJob, enqueue } from "@/lib/platform/jobs";
import { authorize } from "@/lib/platform/policy";
import { show } from "./count-posts";
import { findPostForUpdate } from "./find-post";
import { canClearPost } from "./policy";

/** Waits in the queue until a scheduled post is due. One that was taken back, deleted or moved meanwhile finds nothing to do. */
export const showPostJob = defineJob<{ postId: string }>({ name: "show-post", lane: "default", run: ({ ctx, data }) => showPost({ ctx, input: data }) });
export const jobs = [showPostJob];

/** Counts a cleared post once its hour has come. Repeating it changes nothing. @throws NotFound for all but our own jobs */
export async function showPost({ ctx, input }: Verb<{ postId: string }>): Promise<void> {
  authorize(canClearPost(ctx.actor), "post");
  if ((await ctx.db.post.count({ where: { id: input.postId } })) === 0) return;
  await ctx.transaction(async (tx) => {
    const { publication } = await findPostForUpdate(tx, ctx, input.postId);
    if (!publication?.clearedAt || publication.shownAt) return;
    if (publication.dueAt <= ctx.now) await show(tx, ctx, publication);
    // Moved to a later hour, or this clock is behind the queue's.
    else await enqueue(tx, showPostJob, { postId: input.postId }, { startAfter: publication.dueAt });
  });
  await invalidate(creatorsTag);
}
