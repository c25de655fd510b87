import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { cancelPayout, reasonInput } from "@/lib/commerce/payouts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Stop a payout that waits for its second yes",
  auth: adminOnly,
  limit: "write",
  params: z.object({ payoutId: id("payout") }),
  body: reasonInput,
  handler: async ({ ctx, params, body }) => {
    await cancelPayout({ ctx, input: { ...params, ...body } });
    return undefined;
  },
});
