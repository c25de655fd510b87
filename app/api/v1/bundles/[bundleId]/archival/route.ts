import { z } from "zod";
import { archiveBundle, bundleOutput, readBundle } from "@/lib/commerce/bundles";
import { signedIn } from "@/lib/identity/auth";
import type { Context } from "@/lib/platform/db";
import { route } from "@/lib/platform/http";
import { type BundleId, id } from "@/lib/platform/ids";

const params = z.object({ bundleId: id("bundle") });

async function set(ctx: Context, bundleId: BundleId, archived: boolean) {
  await archiveBundle({ ctx, input: { bundleId, archived } });
  return readBundle(ctx, bundleId);
}

export const PUT = route({
  summary: "Take a bundle off sale; who bought it keeps it",
  auth: signedIn,
  limit: "write",
  params,
  output: bundleOutput,
  handler: ({ ctx, params: { bundleId } }) => set(ctx, bundleId, true),
});

export const DELETE = route({
  summary: "Sell an archived bundle again",
  auth: signedIn,
  limit: "write",
  params,
  output: bundleOutput,
  handler: ({ ctx, params: { bundleId } }) => set(ctx, bundleId, false),
});
