import { audit } from "@/lib/platform/audit";
import { creatorsTag } from "@/lib/content/creators";
import { invalidate } from "@/lib/platform/cache";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { PostId } from "@/lib/platform/ids";
import { keepForBuyers } from "./bought";
import { countPosts } from "./count-posts";
import { findPostForUpdate, type PostRow } from "./find-post";

/** Takes a post back to draft; those who bought it see it still. Repeating it changes nothing. @throws NotFound, Forbidden, BeingChecked */
export async function unpublishPost({ ctx, input }: Verb<{ postId: PostId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const post = await findPostForUpdate(tx, ctx, input.postId);
    if (!post.publication) return;
    await keepForBuyers(tx, ctx, post);
    await takeBack(tx, post);
    audit(tx, ctx, "post.unpublished", { subject: input.postId });
  });
  await invalidate(creatorsTag);
}

async function takeBack(tx: Tx, { id, audience, publication }: PostRow): Promise<void> {
  if (!publication) return;
  await tx.publication.delete({ where: { postId: id } });
  if (publication.shownAt) await countPosts(tx, publication.creatorId, -1);
  if (audience === "paid") emit(tx, "post.off-sale", { postId: id });
}

/**
 * Removes a post with its words; its files go with the next tidy run, when nothing else shows them. One that somebody bought is gone for
 * its creator and everybody else, and stays for those who bought it. @throws NotFound, Forbidden, BeingChecked
 */
export async function deletePost({ ctx, input }: Verb<{ postId: PostId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const post = await findPostForUpdate(tx, ctx, input.postId);
    const kept = await keepForBuyers(tx, ctx, post);
    await takeBack(tx, post);
    await (kept ? hide(tx, ctx, post) : tx.post.delete({ where: { id: post.id } }));
    audit(tx, ctx, "post.deleted", { subject: input.postId, kept });
  });
  await invalidate(creatorsTag);
}

/** No tier, pin or bundle holds on to what only its buyers see. */
async function hide(tx: Tx, ctx: Context, { id, price }: PostRow): Promise<void> {
  await tx.bundlePost.deleteMany({ where: { postId: id } });
  await tx.post.update({ where: { id }, data: { deletedAt: ctx.now, pinnedAt: null, tierId: null, ...(price === null ? { audience: "followers" as const } : {}) } });
}
