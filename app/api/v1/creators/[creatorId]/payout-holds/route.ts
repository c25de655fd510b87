import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { holdInput, holdPayouts } from "@/lib/commerce/payouts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Keep a creator's payouts back until a day, with the reason they read",
  auth: adminOnly,
  limit: "write",
  params: z.object({ creatorId: id("creator") }),
  body: holdInput,
  handler: async ({ ctx, params, body }) => {
    await holdPayouts({ ctx, input: { ...params, ...body } });
    return undefined;
  },
});
