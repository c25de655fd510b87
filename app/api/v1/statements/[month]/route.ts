import { z } from "zod";
import { drawStatement, month, statementQuery } from "@/lib/commerce/papers";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Your statement of a month, a PDF or each line as CSV",
  auth: signedIn,
  limit: "read",
  params: z.object({ month }),
  query: statementQuery,
  output: "raw",
  handler: async ({ ctx, params, query }) => {
    const { name, type, bytes } = await drawStatement(ctx, { ...params, ...query });
    return new Response(bytes, { headers: { "content-type": type, "content-disposition": `${query.format === "csv" ? "attachment" : "inline"}; filename="${name}"`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" } });
  },
});
