import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { readTaxDocument } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "Your copy of a tax document, a PDF with your number masked",
  auth: signedIn,
  limit: "read",
  params: z.object({ taxDocumentId: id("taxDocument") }),
  output: "raw",
  handler: async ({ ctx, params }) => {
    const { name, bytes } = await readTaxDocument(ctx, params.taxDocumentId);
    return new Response(bytes, { headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="${name}"`, "cache-control": "private, no-store" } });
  },
});
