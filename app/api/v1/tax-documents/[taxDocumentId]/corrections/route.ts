import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { correctionInput, correctionOutput, correctTaxDocument } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Correct an issued tax document, or void it, by a new one",
  auth: adminOnly,
  limit: "write",
  params: z.object({ taxDocumentId: id("taxDocument") }),
  body: correctionInput,
  output: correctionOutput,
  status: 201,
  idempotent: "sealed",
  handler: ({ ctx, params, body }) => correctTaxDocument({ ctx, input: { documentId: params.taxDocumentId, ...body } }),
});
