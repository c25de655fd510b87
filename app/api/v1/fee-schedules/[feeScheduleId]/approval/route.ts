import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { approveFees, feeReasonInput } from "@/lib/commerce/fees";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Agree to proposed fees; creators are told when they are higher",
  auth: adminOnly,
  limit: "write",
  params: z.object({ feeScheduleId: id("feeSchedule") }),
  body: feeReasonInput,
  handler: async ({ ctx, params, body }) => {
    await approveFees({ ctx, input: { ...params, ...body } });
    return undefined;
  },
});
