import { z } from "zod";
import { drawReceipt } from "@/lib/commerce/papers";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "The receipt of a payment of yours, a PDF with what came back of it",
  auth: signedIn,
  limit: "read",
  params: z.object({ saleId: id("sale") }),
  output: "raw",
  handler: async ({ ctx, params }) => {
    const { name, bytes } = await drawReceipt(ctx, params.saleId);
    return new Response(bytes, { headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="${name}"`, "cache-control": "private, no-store" } });
  },
});
