import { z } from "zod";
import { decideSubmission, decisionInput } from "@/lib/commerce/disputes";
import { adminOnly } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Decide before the rule does: send the evidence now, or accept the loss",
  auth: adminOnly,
  limit: "write",
  params: z.object({ disputeId: id("dispute") }),
  body: decisionInput,
  handler: async ({ ctx, params, body }) => {
    await decideSubmission({ ctx, input: { ...params, ...body } });
    return undefined;
  },
});
