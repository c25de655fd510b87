import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { redeemGift, redeemInput } from "@/lib/commerce/orders";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Take a gift: be a member until its months are over",
  auth: signedIn,
  limit: "write",
  body: redeemInput,
  output: z.object({ handle: z.string(), until: z.iso.datetime() }),
  handler: ({ ctx, body }) => redeemGift({ ctx, input: body }),
});
