import { adminOnly } from "@/lib/identity/auth";
import { fileInput, makeTaxFile, yearParam } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Make the file that a tax office takes of a year and form",
  auth: adminOnly,
  limit: "write",
  params: yearParam,
  body: fileInput,
  output: "raw",
  handler: async ({ ctx, params, body }) => {
    const { xml, documents, next } = await makeTaxFile({ ctx, input: { ...params, ...body } });
    const headers = { "content-type": "application/xml; charset=utf-8", "content-disposition": `attachment; filename="${body.form}-${params.year}.xml"`, "cache-control": "private, no-store", "x-documents": String(documents) };
    return new Response(xml, { headers: next ? { ...headers, "x-next": next } : headers });
  },
});
