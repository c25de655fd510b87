import { canOpenStudio } from "@/lib/content/posts";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { type BundleId, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { checkPosts } from "./check-posts";
import { TooManyBundles } from "./errors";
import { canEditBundle } from "./policy";
import { mostForSale } from "./rules";
import type { CreateBundleInput } from "./schema";

/** Puts posts of the caller's page up for sale together. @throws Unauthenticated, Forbidden, NotYourPaidPosts, DearerThanApart, TooManyBundles */
export async function createBundle({ ctx, input }: Verb<CreateBundleInput>): Promise<{ id: BundleId }> {
  const { creatorId } = canOpenStudio(ctx.actor);
  authorize(canEditBundle(ctx.actor, { creatorId }));
  const { title, words, price, currency, postIds } = input;
  return ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`bundles:${creatorId}`}))::text`;
    await checkPosts(tx, ctx, { creatorId, postIds, price, currency });
    if ((await tx.bundle.count({ where: { creatorId, archivedAt: null } })) >= mostForSale) throw new TooManyBundles();
    const id = newId("bundle");
    await tx.bundle.create({ data: { id, creatorId, title, words, price, currency, createdAt: ctx.now, posts: { create: postIds.map((postId, position) => ({ postId, position })) } } });
    audit(tx, ctx, "bundle.created", { subject: id, price, posts: postIds.length });
    return { id };
  });
}
