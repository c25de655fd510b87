import { adminOnly } from "@/lib/identity/auth";
import { afterQuery, paperList, paperOutput, yearParam } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Issued tax documents that must go by post",
  auth: adminOnly,
  limit: "read",
  params: yearParam,
  query: afterQuery,
  output: paperOutput,
  handler: async ({ ctx, params, query }) => ({ data: await paperList(ctx, params.year, query.after ? { after: query.after } : {}) }),
});
