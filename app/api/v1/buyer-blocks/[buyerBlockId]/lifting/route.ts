import { z } from "zod";
import { blockLiftingInput, liftBlock } from "@/lib/commerce/disputes";
import { adminOnly } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Let somebody buy again",
  auth: adminOnly,
  limit: "write",
  params: z.object({ buyerBlockId: id("buyerBlock") }),
  body: blockLiftingInput,
  handler: async ({ ctx, params, body }) => {
    await liftBlock({ ctx, input: { blockId: params.buyerBlockId, ...body } });
    return undefined;
  },
});
