import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import type { BundleId } from "@/lib/platform/ids";
import { TooManyBundles } from "./errors";
import { findOwnBundle } from "./find-bundle";
import { canArchiveBundle, canEditBundle } from "./policy";
import { mostForSale } from "./rules";

/** Takes a bundle off sale, or puts it back. Who bought it keeps it. Repeating it changes nothing. @throws NotFound, Forbidden, TooManyBundles */
export async function archiveBundle({ ctx, input }: Verb<{ bundleId: BundleId; archived: boolean }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const bundle = await findOwnBundle(tx, ctx, input.bundleId, input.archived ? canArchiveBundle : canEditBundle);
    if ((bundle.archivedAt !== null) === input.archived) return;
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`bundles:${bundle.creatorId}`}))::text`;
    if (!input.archived && (await tx.bundle.count({ where: { creatorId: bundle.creatorId, archivedAt: null } })) >= mostForSale) throw new TooManyBundles();
    await tx.bundle.update({ where: { id: bundle.id }, data: { archivedAt: input.archived ? ctx.now : null } });
    audit(tx, ctx, input.archived ? "bundle.archived" : "bundle.restored", { subject: bundle.id });
  });
}
