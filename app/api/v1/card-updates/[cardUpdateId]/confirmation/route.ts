import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { cardUpdateOutput, confirmCardUpdate } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Ask what became of the new card, and have it pay what is overdue",
  auth: signedIn,
  limit: "checkout",
  params: z.object({ cardUpdateId: id("cardUpdate") }),
  output: cardUpdateOutput,
  handler: ({ ctx, params: input }) => confirmCardUpdate({ ctx, input }),
});
