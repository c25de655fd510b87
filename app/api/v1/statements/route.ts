import { listStatements, statementMonthsOutput } from "@/lib/commerce/papers";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "The months of your books, newest first, each with what it began and ended with",
  auth: signedIn,
  limit: "read",
  output: statementMonthsOutput,
  handler: async ({ ctx }) => ({ data: await listStatements(ctx) }),
});
