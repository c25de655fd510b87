import { z } from "zod";
import { bundleOutput, bundlesOf } from "@/lib/commerce/bundles";
import { anyone } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "The bundles a creator sells, newest first; twenty at most",
  auth: anyone,
  limit: "read",
  params: z.object({ creatorId: id("creator") }),
  output: z.object({ data: z.array(bundleOutput) }),
  handler: async ({ ctx, params }) => ({ data: await bundlesOf(ctx, params.creatorId) }),
});
