import { audit } from "@/lib/platform/audit";
import type { Tx, Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { PostId } from "@/lib/platform/ids";
import { checkBought } from "./bought";
import { checkTier, type For, forWhom, kindOfPost, postSearchText } from "./check-parts";
import { hideAgain } from "./count-posts";
import { findPostForUpdate } from "./find-post";
import type { UpdatePostInput } from "./schema";

/**
 * Changes what is given. New files on a published post are looked at before anyone sees them: it is hidden until cleared again.
 * Files taken out or put in another order are no reason to hide it.
 * Another price holds for whoever opens a payment page from now on. What somebody bought is not taken out of it.
 * @throws NotFound, Forbidden, NoPrice, TierNotYours, BoughtAlready, KeptByBuyers, MediaNotYours, MediaRefused
 */
export async function updatePost({ ctx, input }: Verb<UpdatePostInput & { postId: PostId }>): Promise<void> {
  const { postId, mediaIds, pinned, ...change } = input;
  await ctx.transaction(async (tx) => {
    const post = await findPostForUpdate(tx, ctx, postId);
    const after = { title: change.title ?? post.title, body: change.body ?? post.body, ...forWhom(change, post) };
    await checkTier(tx, post.creatorId, after);
    await checkBought(tx, post, { body: after.body, mediaIds });
    const { kind, added } = mediaIds === undefined ? { kind: post.kind, added: false } : await replaceMedia(tx, post, mediaIds);
    if (pinned) await tx.post.updateMany({ where: { creatorId: post.creatorId, pinnedAt: { not: null } }, data: { pinnedAt: null } });
    await tx.post.update({ where: { id: postId }, data: { ...after, kind, searchText: postSearchText(after), ...(pinned === undefined ? {} : { pinnedAt: pinned ? ctx.now : null }) } });
    if (isOffSale(post, after)) emit(tx, "post.off-sale", { postId });
    // One that still waits is looked at again whatever changed: what held it up may just have been taken out.
    if (post.publication && (added || (mediaIds !== undefined && !post.publication.clearedAt))) {
      await hideAgain(tx, post.publication);
      emit(tx, "post.submitted", { postId });
    }
    audit(tx, ctx, "post.changed", { subject: postId, fields: Object.keys(input).filter((field) => field !== "postId") });
  });
}

const isOffSale = (before: For, after: For): boolean => before.audience === "paid" && after.audience !== "paid";

async function replaceMedia(tx: Tx, post: { id: string; creatorId: string }, mediaIds: string[]): Promise<{ kind: "text" | "picture" | "audio"; added: boolean }> {
  const owner = await tx.creatorProfile.findUniqueOrThrow({ where: { id: post.creatorId }, select: { userId: true } });
  const kind = await kindOfPost(tx, owner.userId, mediaIds);
  const known = await tx.postMedia.count({ where: { postId: post.id, mediaId: { in: mediaIds } } });
  await tx.postMedia.deleteMany({ where: { postId: post.id } });
  await tx.postMedia.createMany({ data: mediaIds.map((mediaId, position) => ({ postId: post.id, mediaId, position })) });
  return { kind, added: known < mediaIds.length };
}
