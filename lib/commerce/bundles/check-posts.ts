import { postsOnSale } from "@/lib/content/posts";
import type { Context, Tx } from "@/lib/platform/db";
import type { PostId } from "@/lib/platform/ids";
import { DearerThanApart, NotYourPaidPosts } from "./errors";

/**
 * The posts are the page's own and for sale, and cost as much apart as together, or more. They stay so until the caller's transaction ends:
 * whoever takes one back waits, as we wait for them, the posts always first and in one order. @throws NotYourPaidPosts, DearerThanApart
 */
export async function checkPosts(tx: Tx, ctx: Context, { creatorId, postIds, price, currency }: { creatorId: string; postIds: PostId[]; price: number; currency: string }): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ANY(${postIds}) ORDER BY id FOR KEY SHARE`;
  const own = (await postsOnSale({ db: tx, now: ctx.now }, postIds)).filter((post) => post.creatorId === creatorId);
  if (own.length < postIds.length) throw new NotYourPaidPosts(postIds.length - own.length);
  const apart = own.reduce((sum, post) => sum + post.price, 0);
  if (price > apart) throw new DearerThanApart(price, apart, currency);
}
