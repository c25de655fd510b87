import { clearPost, mediaStatesOf } from "@/lib/content/posts";
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
