import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { markPosted } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const PUT = route({
  summary: "Say that a tax document was posted on paper",
  auth: adminOnly,
  limit: "write",
  params: z.object({ taxDocumentId: id("taxDocument") }),
  handler: async ({ ctx, params }) => {
    await markPosted({ ctx, input: { documentId: params.taxDocumentId } });
    return undefined;
  },
});
