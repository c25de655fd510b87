import { clearPost, mediaStatesOf, waitingPostsWith } from "@/lib/content/posts";
import { type Context, systemContext } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";

/** What has looked at a post when it is cleared: its files' types and their re-encoding, nothing more. Recorded with each post. */
const reviewer = "file checks (types, re-encoding)";

/**
 * Looks at a submitted post and clears it when every file of it passed its checks. Nothing here judges what is shown or said.
 * A post that is gone, or taken back, needs no review.
 */
export async function reviewPost({ ctx, payload }: { ctx: Context; payload: { postId: string } }): Promise<void> {
  const states = await mediaStatesOf(ctx, payload.postId);
  if (states.some((state) => state !== "ready")) return;
  try {
    await clearPost({ ctx: systemContext("trust/moderation"), input: { postId: payload.postId, clearedBy: reviewer } });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "not_found")) throw error;
  }
}

/** Posts looked at again for one file. */
const mostPostsOfAFile = 100;

/** A file passed its checks: the published posts that waited for it are looked at again. Repeating it changes nothing. */
export async function reviewPostsWith({ ctx, payload }: { ctx: Context; payload: { mediaId: string } }): Promise<void> {
  for (const postId of await waitingPostsWith(ctx, payload.mediaId, mostPostsOfAFile)) await reviewPost({ ctx, payload: { postId } });
}
