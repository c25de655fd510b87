import { isPayable, railForSale } from "@/lib/commerce/rails";
import { heldPosts } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import type { Context, Tx, UserActor } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { newId } from "@/lib/platform/ids";
import { AlreadyYours } from "./errors";
import { keepOrderTerms, onTheseTerms } from "./keep-order-terms";
import { lastsMs } from "./rules";
import type { Terms } from "./schema";

/** What is to be paid for. */
export interface Wanted {
  kind: "tip" | "gift" | "post" | "bundle";
  creatorId: string;
  tierId?: string;
  months?: number;
  postId?: string;
  bundleId?: string;
  /** What is bought, with what each costs apart. */
  posts?: { id: string; price: number }[];
  /** What was said of country and consent. */
  terms?: Terms;
  amount: number;
  currency: string;
  message: string;
  /** What the payment page calls it. */
  title: (page: { name: string }) => string;
  /** What it is called in lists: the post's or bundle's title. */
  called?: string;
  giftCode?: string;
}

type Claim = { mine: OrderModel; other?: undefined } | { mine?: undefined; other: OrderModel };

/** Whatever is done about one fan's orders with one page takes turns. */
export const lockOrders = async (tx: Tx, fanUserId: string, creatorId: string): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`order:${fanUserId}:${creatorId}`}))::text`;
};

/** Our row for this wish: the open one, or a new one; or one for the same thing on other terms, which stands in its way. @throws AlreadyYours, OtherWords */
export async function claim(tx: Tx, ctx: Context, actor: UserActor, wanted: Wanted): Promise<Claim> {
  await lockOrders(tx, actor.userId, wanted.creatorId);
  const { kind, creatorId, amount, currency, message, tierId = null, months = null, postId = null, bundleId = null, posts = [] } = wanted;
  if (posts.length > 0) {
    const held = await heldPosts(tx, actor.userId, posts.map(({ id }) => id), ctx.now);
    if (held.size === posts.length) throw new AlreadyYours(kind === "bundle");
  }
  const thing = { kind, creatorId, tierId, months, postId, bundleId };
  const open = await tx.order.findFirst({ where: { ...thing, ...(posts.length > 0 ? {} : { amount, currency, message }), fanUserId: actor.userId, state: "open", expiresAt: { gt: ctx.now } }, include: { posts: true }, orderBy: { createdAt: "desc" } });
  if (open && fits(open, wanted, ctx.now) && (await onTheseTerms(tx, open, wanted.terms))) return { mine: open };
  // Two payable pages for the same posts would be two payments.
  if (open && posts.length > 0) return { other: open };
  const id = newId("order");
  audit(tx, ctx, "order.opened", { subject: id, kind, amount });
  const order = await tx.order.create({
    data: { id, ...thing, amount, currency, message, title: wanted.called ?? null, giftCode: wanted.giftCode ?? null, fanUserId: actor.userId, rail: railForSale().name, createdAt: ctx.now, expiresAt: later(ctx.now, lastsMs), posts: { create: posts.map((post) => ({ postId: post.id, price: post.price })) } },
  });
  return { mine: await keepOrderTerms(tx, ctx, order, wanted.terms) };
}

/** Open long enough, and for exactly this. */
function fits(open: OrderModel & { posts: { postId: string }[] }, { amount, posts = [] }: Wanted, now: Date): boolean {
  const wanted = new Set(posts.map(({ id }) => id));
  return open.amount === amount && isPayable(open, now) && open.posts.length === wanted.size && open.posts.every(({ postId }) => wanted.has(postId));
}
