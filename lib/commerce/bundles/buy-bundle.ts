import { openOrder, type OrderView, PriceChanged, type PurchaseInput } from "@/lib/commerce/orders";
import type { Verb } from "@/lib/platform/db";
import type { BundleId } from "@/lib/platform/ids";
import { BundleArchived, NotWorthIt } from "./errors";
import { bundleToBuy } from "./queries";
import { fewestPosts } from "./rules";

/**
 * Opens the payment page of a bundle, at the price the fan was shown, for the posts that are in it now. A second tap or window gets the same page.
 * @throws NotFound, BundleArchived, NotWorthIt, PriceChanged and what openOrder() throws
 */
export async function buyBundle({ ctx, input }: Verb<PurchaseInput & { bundleId: BundleId }>): Promise<OrderView> {
  const { bundleId, amount, country, consent } = input;
  const bundle = await bundleToBuy(ctx, bundleId);
  if (bundle.archived) throw new BundleArchived();
  if (!bundle.forSale) throw new NotWorthIt(bundle.posts.length < fewestPosts ? "few" : "dear");
  if (amount !== bundle.price) throw new PriceChanged(bundle.price, bundle.currency);
  return openOrder(ctx, {
    kind: "bundle", creatorId: bundle.creator.id, bundleId, posts: bundle.posts.map(({ id, price }) => ({ id, price })), amount, currency: bundle.currency, message: "", called: bundle.title, terms: { country, consent },
    title: (page) => `${bundle.title}, ${bundle.posts.length} posts by ${page.name}`,
  });
}
