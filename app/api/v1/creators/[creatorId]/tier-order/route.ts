import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { orderTiers, tierOrderInput, tierOutput } from "@/lib/content/tiers";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const PUT = route({
  summary: "Put your tiers in order, lowest first",
  auth: signedIn,
  limit: "write",
  params: z.object({ creatorId: id("creator") }),
  body: tierOrderInput,
  output: z.object({ data: z.array(tierOutput) }),
  handler: async ({ ctx, params, body }) => ({ data: await orderTiers({ ctx, input: { ...params, ...body } }) }),
});
