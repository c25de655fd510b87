import { z } from "zod";
import { additionOutput, addEvidenceText, evidenceTextInput } from "@/lib/commerce/disputes";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Say in words what happened, for the bank",
  auth: signedIn,
  limit: "write",
  idempotent: "sealed",
  params: z.object({ disputeId: id("dispute") }),
  body: evidenceTextInput,
  output: additionOutput,
  status: 201,
  handler: ({ ctx, params, body }) => addEvidenceText({ ctx, input: { ...params, ...body } }),
});
