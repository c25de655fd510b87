import { adminOnly } from "@/lib/identity/auth";
import { afterQuery, openReviews, reviewsOutput, yearParam } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "What somebody must look at before a tax year is closed",
  auth: adminOnly,
  limit: "read",
  params: yearParam,
  query: afterQuery,
  output: reviewsOutput,
  handler: async ({ ctx, params, query }) => ({ data: await openReviews(ctx, params.year, query.after ? { after: query.after } : {}) }),
});
