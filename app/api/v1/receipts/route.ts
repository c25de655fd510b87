import { myPayments, paymentOutput } from "@/lib/commerce/papers";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Your payments, newest first, each with what became of it",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(paymentOutput),
  handler: ({ ctx, query }) => myPayments(ctx, query),
});
