import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { changeInput, changePreviewOutput, previewChange } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "See what another amount or tier would cost today and next time; nothing is changed",
  auth: signedIn,
  limit: "write",
  params: z.object({ subscriptionId: id("subscription") }),
  body: changeInput,
  output: changePreviewOutput,
  handler: ({ ctx, params: { subscriptionId }, body }) => previewChange({ ctx, input: { subscriptionId, ...body } }),
});
