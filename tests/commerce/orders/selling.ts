import { POST as confirmRoute } from "@/app/api/v1/orders/[orderId]/confirmation/route";
import { POST as buyBundleRoute } from "@/app/api/v1/bundles/[bundleId]/orders/route";
import { POST as bundlesRoute } from "@/app/api/v1/bundles/route";
import { POST as buyRoute } from "@/app/api/v1/posts/[postId]/orders/route";
import { GET as postRoute } from "@/app/api/v1/posts/[postId]/route";
import type { PostId } from "@/lib/platform/ids";
import type { CreatePostInput } from "@/lib/content/posts/schema";
import { payAt } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { type Answer, call, database } from "../../support/world";

let calls = 0;
/** Each call from an address of its own: the limit of payment pages is another test's. */
export const elsewhere = () => ({ "x-forwarded-for": `198.51.${100 + (calls >> 8)}.${(calls += 1) & 255}` });

export const words = "Row 212 has a mistake in it, and this is where it is, and why it stays: nobody else would find it.";
export const sells = (page: Creator, input: Partial<CreatePostInput> & { price?: number } = {}): Promise<PostId> => page.publishes({ title: "Row 212", body: words, audience: "paid", price: 500, ...input });
export const buy = (as: Person, postId: string, body: object = {}): Promise<Answer> => call(buyRoute, { params: { postId }, body: { amount: 500, ...body }, as, headers: elsewhere() });
export const buyBundle = (as: Person, bundleId: string, body: object = {}): Promise<Answer> => call(buyBundleRoute, { params: { bundleId }, body: { amount: 800, ...body }, as, headers: elsewhere() });
export const bundles = (as: Person, postIds: string[], body: object = {}): Promise<Answer> => call(bundlesRoute, { body: { title: "The whole cloth", price: 800, postIds, ...body }, as, headers: elsewhere() });
export const confirm = (as: Person, orderId: string): Promise<Answer> => call(confirmRoute, { params: { orderId }, body: {}, as, headers: elsewhere() });
export const open = (as: Person | undefined, postId: string): Promise<Answer> => call(postRoute, { params: { postId }, ...(as ? { as } : {}), headers: elsewhere() });
/** All of its words, or nothing. */
export const sees = async (as: Person | undefined, postId: string): Promise<boolean> => (await open(as, postId)).body.body === words;

/** Buys a post as a browser does: opens the page, pays, comes back. */
export async function bought(as: Person, postId: string, body: object = {}, card?: string): Promise<{ orderId: string; saleId: string; charge: string }> {
  return paid(as, await buy(as, postId, body), card);
}

export async function paid(as: Person, order: Answer, card?: string): Promise<{ orderId: string; saleId: string; charge: string }> {
  if (order.status !== 201) throw new Error(`${order.status} ${JSON.stringify(order.body)}`);
  await payAt(order.body.url, card);
  await confirm(as, order.body.id);
  const sale = await database().sale.findUniqueOrThrow({ where: { orderId: order.body.id } });
  return { orderId: order.body.id, saleId: sale.id, charge: sale.providerCharge };
}
