import { z } from "zod";
import { additionOutput, completeEvidenceFile } from "@/lib/commerce/disputes";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Say that a file for the bank has been sent; it is looked at and counts from then on",
  auth: signedIn,
  limit: "upload",
  params: z.object({ disputeId: id("dispute"), disputeAdditionId: id("disputeAddition") }),
  output: additionOutput,
  handler: ({ ctx, params: { disputeId, disputeAdditionId } }) => completeEvidenceFile({ ctx, input: { disputeId, additionId: disputeAdditionId } }),
});
