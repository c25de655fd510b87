import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { explainSale, saleExplanationOutput } from "@/lib/commerce/purchases";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "One sale down to its booked lines",
  auth: signedIn,
  limit: "read",
  params: z.object({ saleId: id("sale") }),
  output: saleExplanationOutput,
  handler: ({ ctx, params }) => explainSale(ctx, params.saleId),
});
