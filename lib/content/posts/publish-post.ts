import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { PostId } from "@/lib/platform/ids";
import { MediaNotReady, PostIsEmpty, PublishAtIsPast } from "./errors";
import { findPostForUpdate } from "./find-post";

/**
 * Publishes a draft now, or at `publishAt` (UTC). Repeating it on a published post changes nothing.
 * The post stays hidden until trust has cleared it; followers hear of it once it is shown.
 * @throws NotFound, Forbidden, PostIsEmpty, MediaNotReady, PublishAtIsPast
 */
export async function publishPost({ ctx, input }: Verb<{ postId: PostId; publishAt?: string | undefined }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const post = await findPostForUpdate(tx, ctx, input.postId);
    if (post.publication) return;
    await checkComplete(tx, post);
    const dueAt = publishTime(ctx, input.publishAt);
    await tx.publication.create({ data: { postId: post.id, creatorId: post.creatorId, dueAt, byUserId: ctx.actor.kind === "user" ? ctx.actor.userId : "system" } });
    audit(tx, ctx, "post.published", { subject: post.id, dueAt: dueAt.toISOString() });
    emit(tx, "post.submitted", { postId: post.id });
  });
}

async function checkComplete(tx: Tx, post: { id: string; title: string; body: string }): Promise<void> {
  const media = await tx.postMedia.findMany({ where: { postId: post.id }, select: { media: { select: { state: true } } } });
  if (media.length === 0 && post.body === "" && post.title === "") throw new PostIsEmpty(post.id);
  if (media.some((one) => one.media.state === "refused")) throw new MediaNotReady(true);
  if (media.some((one) => one.media.state !== "ready")) throw new MediaNotReady(false);
}

function publishTime(ctx: Context, publishAt: string | undefined): Date {
  if (publishAt === undefined) return ctx.now;
  const at = new Date(publishAt);
  if (at <= ctx.now) throw new PublishAtIsPast();
  return at;
}
