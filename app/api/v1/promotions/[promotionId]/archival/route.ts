import { z } from "zod";
import { archivePromotion } from "@/lib/commerce/promotions";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const PUT = route({
  summary: "Archive a code: nobody new can redeem it, and those who did keep what they have",
  auth: signedIn,
  limit: "write",
  params: z.object({ promotionId: id("promotion") }),
  handler: async ({ ctx, params }) => {
    await archivePromotion({ ctx, input: params });
    return undefined;
  },
});
