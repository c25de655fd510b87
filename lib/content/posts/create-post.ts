import { canOpenStudio } from "./studio-policy";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { newId, type PostId } from "@/lib/platform/ids";
import { checkTier, forWhom, kindOfPost, postSearchText } from "./check-parts";
import type { CreatePostInput } from "./schema";

/** Begins a draft on the caller's page. @throws NotFound, Forbidden, NoPrice, TierNotYours, MediaNotYours, MediaRefused */
export async function createPost({ ctx, input }: Verb<CreatePostInput>): Promise<{ id: PostId }> {
  const { creatorId, userId } = canOpenStudio(ctx.actor);
  const { mediaIds, title, body } = input;
  const parts = { title, body, ...forWhom(input) };
  return ctx.transaction(async (tx) => {
    await checkTier(tx, creatorId, parts);
    const kind = await kindOfPost(tx, userId, mediaIds);
    const id = newId("post");
    await tx.post.create({
      data: { id, creatorId, kind, ...parts, searchText: postSearchText(parts), createdAt: ctx.now, media: { create: mediaIds.map((mediaId, position) => ({ mediaId, position })) } },
    });
    audit(tx, ctx, "post.created", { subject: id, audience: parts.audience });
    return { id };
  });
}
