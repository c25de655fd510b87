import { z } from "zod";
import { readEvidence } from "@/lib/commerce/disputes";
import { adminOnly } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "The evidence as the bank gets it, as a PDF; who looked is noted",
  auth: adminOnly,
  limit: "read",
  params: z.object({ disputeId: id("dispute") }),
  output: "raw",
  handler: async ({ ctx, params }) => new Response(new Uint8Array(await readEvidence(ctx, params.disputeId)), { headers: { "content-type": "application/pdf", "cache-control": "private, no-store", "content-disposition": `inline; filename="${params.disputeId}.pdf"` } }),
});
