import { signedIn } from "@/lib/identity/auth";
import { mySubscriptions, subscriptionOutput } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Your memberships, newest first",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(subscriptionOutput),
  handler: ({ ctx, query }) => mySubscriptions(ctx, query),
});
