import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { feeReasonInput, withdrawFees } from "@/lib/commerce/fees";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Take proposed or agreed fees back before they begin",
  auth: adminOnly,
  limit: "write",
  params: z.object({ feeScheduleId: id("feeSchedule") }),
  body: feeReasonInput,
  handler: async ({ ctx, params, body }) => {
    await withdrawFees({ ctx, input: { ...params, ...body } });
    return undefined;
  },
});
