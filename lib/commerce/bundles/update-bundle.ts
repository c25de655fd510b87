import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { asId, type BundleId } from "@/lib/platform/ids";
import { checkPosts } from "./check-posts";
import { findOwnBundle } from "./find-bundle";
import { mostPosts } from "./rules";
import type { UpdateBundleInput } from "./schema";

/** Changes what is given, for those who buy it from now on: what was sold before stays as it was. @throws NotFound, Forbidden, NotYourPaidPosts, DearerThanApart */
export async function updateBundle({ ctx, input }: Verb<UpdateBundleInput & { bundleId: BundleId }>): Promise<void> {
  const { bundleId, postIds, ...change } = input;
  await ctx.transaction(async (tx) => {
    const bundle = await findOwnBundle(tx, ctx, bundleId);
    if (postIds !== undefined || change.price !== undefined) {
      const inside = postIds ?? (await tx.bundlePost.findMany({ where: { bundleId }, orderBy: { position: "asc" }, select: { postId: true }, take: mostPosts })).map(({ postId }) => asId("post", postId));
      await checkPosts(tx, ctx, { creatorId: bundle.creatorId, postIds: inside, price: change.price ?? bundle.price, currency: bundle.currency });
    }
    const { title = bundle.title, words = bundle.words, price = bundle.price } = change;
    await tx.bundle.update({ where: { id: bundleId }, data: { title, words, price } });
    if (postIds) {
      await tx.bundlePost.deleteMany({ where: { bundleId } });
      await tx.bundlePost.createMany({ data: postIds.map((postId, position) => ({ bundleId, postId, position })) });
    }
    audit(tx, ctx, "bundle.changed", { subject: bundleId, fields: Object.keys(input).filter((field) => field !== "bundleId") });
  });
}
