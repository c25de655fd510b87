import type { Context } from "@/lib/platform/db";
import type { MediaId } from "@/lib/platform/ids";

/** What a member was given to see or hear, kept so that it can be shown to a bank. */
export interface Delivery {
  mediaId: MediaId;
  /** The posts of the page it was given for; the first is noted. */
  use: { postId: string; creatorId: string } | undefined;
  kind: "view" | "play";
}

/** Notes that a member got something that not everybody may see: once a post, kind and hour, however often their player asks. */
export async function noteDelivery(ctx: Context, { mediaId, use, kind }: Delivery): Promise<void> {
  if (ctx.actor.kind !== "user" || !use) return;
  const hour = new Date(Math.floor(ctx.now.getTime() / 3_600_000) * 3_600_000);
  await ctx.db.contentDelivery.createMany({ data: [{ userId: ctx.actor.userId, postId: use.postId, creatorId: use.creatorId, mediaId, kind, hour, at: ctx.now, address: ctx.address }], skipDuplicates: true });
}
