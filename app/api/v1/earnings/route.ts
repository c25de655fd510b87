import { signedIn } from "@/lib/identity/auth";
import { earningsOutput, readEarnings } from "@/lib/commerce/purchases";
import { canOpenStudio } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "What you have coming, and what the last thirty days brought",
  auth: signedIn,
  limit: "read",
  output: earningsOutput,
  handler: ({ ctx }) => Promise.resolve(canOpenStudio(ctx.actor)).then(({ creatorId }) => readEarnings(ctx, creatorId)),
});
