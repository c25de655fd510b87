import { signedIn } from "@/lib/identity/auth";
import { reconcileYear, reconciliationOutput, yearParam } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "How box 1a of a year becomes what reached your bank",
  auth: signedIn,
  limit: "read",
  params: yearParam,
  output: reconciliationOutput,
  handler: ({ ctx, params }) => reconcileYear(ctx, params.year),
});
