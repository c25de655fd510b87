import { postsOnSale } from "@/lib/content/posts";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { PostId } from "@/lib/platform/ids";
import { NotForSale, PriceChanged } from "./errors";
import { openOrder } from "./open-order";
import type { OrderView, PurchaseInput } from "./schema";

/** Opens the payment page of a post, at the price the fan was shown. A second tap or window gets the same page. @throws NotFound, NotForSale, PriceChanged and what openOrder() throws */
export async function buyPost({ ctx, input }: Verb<PurchaseInput & { postId: PostId }>): Promise<OrderView> {
  const { postId, amount, country, consent } = input;
  const [post] = await postsOnSale(ctx, [postId]);
  if (!post) throw await whyNot(ctx.db, postId);
  if (amount !== post.price) throw new PriceChanged(post.price, post.currency);
  const called = post.title || `A ${post.kind === "audio" ? "song" : post.kind === "picture" ? "picture" : "text"}`;
  return openOrder(ctx, {
    kind: "post", creatorId: post.creatorId, postId, posts: [{ id: postId, price: post.price }], amount, currency: post.currency, message: "", called, terms: { country, consent },
    title: (page) => `${called}, by ${page.name}`,
  });
}

/** One that is for others than buyers is told of; a draft, or what is gone, is not there. */
async function whyNot(db: Parameters<typeof buyPost>[0]["ctx"]["db"], postId: PostId): Promise<Error> {
  const shown = await db.publication.count({ where: { postId, clearedAt: { not: null } } });
  return shown > 0 ? new NotForSale() : new NotFound("post");
}
