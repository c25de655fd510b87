import { audit } from "@/lib/platform/audit";
import { creatorsTag } from "@/lib/content/creators";
import { invalidate } from "@/lib/platform/cache";
import type { Tx, Verb } from "@/lib/platform/db";
import type { PublicationModel } from "@/lib/platform/db/generated/models";
import type { PostId } from "@/lib/platform/ids";
import { countPosts } from "./count-posts";
import { findPostForUpdate } from "./find-post";

/** Takes a post back to draft. Repeating it changes nothing. @throws NotFound, Forbidden */
export async function unpublishPost({ ctx, input }: Verb<{ postId: PostId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { publication } = await findPostForUpdate(tx, ctx, input.postId);
    if (!publication) return;
    await takeBack(tx, publication);
    audit(tx, ctx, "post.unpublished", { subject: input.postId });
  });
  await invalidate(creatorsTag);
}

async function takeBack(tx: Tx, publication: PublicationModel): Promise<void> {
  await tx.publication.delete({ where: { postId: publication.postId } });
  if (publication.shownAt) await countPosts(tx, publication.creatorId, -1);
}

/** Removes a post with its words; its files go with the next tidy run, when nothing else shows them. @throws NotFound, Forbidden */
export async function deletePost({ ctx, input }: Verb<{ postId: PostId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { publication } = await findPostForUpdate(tx, ctx, input.postId);
    if (publication) await takeBack(tx, publication);
    await tx.post.delete({ where: { id: input.postId } });
    audit(tx, ctx, "post.deleted", { subject: input.postId });
  });
  await invalidate(creatorsTag);
}
