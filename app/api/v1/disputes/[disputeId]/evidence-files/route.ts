import { z } from "zod";
import { announceEvidenceFile, evidenceFileInput, evidenceFileOutput } from "@/lib/commerce/disputes";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Announce a file for the bank and get the address to send it to",
  auth: signedIn,
  limit: "upload",
  idempotent: "sealed",
  params: z.object({ disputeId: id("dispute") }),
  body: evidenceFileInput,
  output: evidenceFileOutput,
  status: 201,
  handler: ({ ctx, params, body }) => announceEvidenceFile({ ctx, input: { ...params, ...body } }),
});
