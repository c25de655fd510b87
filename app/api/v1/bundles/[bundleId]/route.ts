import { z } from "zod";
import { bundleOutput, readBundle, updateBundle, updateBundleInput } from "@/lib/commerce/bundles";
import { anyone, signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ bundleId: id("bundle") });

export const GET = route({
  summary: "A bundle, what is in it now and what each costs apart, and what of it is yours already",
  auth: anyone,
  limit: "read",
  params,
  output: bundleOutput,
  handler: ({ ctx, params: { bundleId } }) => readBundle(ctx, bundleId),
});

export const PATCH = route({
  summary: "Change a bundle of yours, for those who buy it from now on",
  auth: signedIn,
  limit: "write",
  params,
  body: updateBundleInput,
  output: bundleOutput,
  handler: async ({ ctx, params: { bundleId }, body }) => {
    await updateBundle({ ctx, input: { ...body, bundleId } });
    return readBundle(ctx, bundleId);
  },
});
