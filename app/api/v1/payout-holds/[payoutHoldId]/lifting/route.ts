import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { liftHold, reasonInput } from "@/lib/commerce/payouts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Let a creator's payouts go again",
  auth: adminOnly,
  limit: "write",
  params: z.object({ payoutHoldId: id("payoutHold") }),
  body: reasonInput,
  handler: async ({ ctx, params, body }) => {
    await liftHold({ ctx, input: { holdId: params.payoutHoldId, ...body } });
    return undefined;
  },
});
