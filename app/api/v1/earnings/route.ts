import { signedIn } from "@/lib/identity/auth";
import { earningsOutput, readEarnings } from "@/lib/commerce/purchases";
import { pageOfActor } from "@/lib/content/creators";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "What you have coming, and what the last thirty days brought",
  auth: signedIn,
  limit: "read",
  output: earningsOutput,
  handler: ({ ctx }) => readEarnings(ctx, pageOfActor(ctx.actor)),
});
