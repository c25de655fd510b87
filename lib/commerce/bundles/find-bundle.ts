import type { Context, Tx } from "@/lib/platform/db";
import type { BundleModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import type { BundleId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { canEditBundle } from "./policy";

/** A bundle, locked until the transaction ends, that the actor may change, or what `may` asks. @throws NotFound, Forbidden */
export async function findOwnBundle(tx: Tx, ctx: Context, bundleId: BundleId, may = canEditBundle): Promise<BundleModel> {
  await tx.$queryRaw`SELECT id FROM "Bundle" WHERE id = ${bundleId} FOR UPDATE`;
  const bundle = await tx.bundle.findUnique({ where: { id: bundleId } });
  if (!bundle) throw new NotFound("bundle");
  authorize(may(ctx.actor, bundle), "bundle");
  return bundle;
}
