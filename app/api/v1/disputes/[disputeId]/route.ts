import { z } from "zod";
import { disputeDetailOutput, readDispute } from "@/lib/commerce/disputes";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "One dispute: what happened, what is held, what can be added and until when",
  auth: signedIn,
  limit: "read",
  params: z.object({ disputeId: id("dispute") }),
  output: disputeDetailOutput,
  handler: ({ ctx, params }) => readDispute(ctx, params.disputeId),
});
