import { z } from "zod";
import { codeText, offerOutput, readOffer } from "@/lib/commerce/promotions";
import { anyone } from "@/lib/identity/auth";
import { NotFound } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "What a code takes off on this page, and for how long",
  auth: anyone,
  limit: "checkout",
  params: z.object({ creatorId: id("creator") }),
  query: z.object({ code: codeText.optional().describe("As it was typed; capitals and small letters are the same.") }),
  output: offerOutput,
  handler: ({ ctx, params: { creatorId }, query: { code } }) => {
    if (code === undefined) throw new NotFound("code");
    return readOffer(ctx, { creatorId, code });
  },
});
