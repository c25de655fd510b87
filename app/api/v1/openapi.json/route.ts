import { publicAccess } from "@/lib/identity/auth";
import { config } from "@/lib/platform/config";
import { route } from "@/lib/platform/http";
import { openApiDocument } from "@/lib/platform/http/openapi";

let document: string | undefined;

export const GET = route({
  summary: "This API, as OpenAPI 3.1",
  auth: publicAccess,
  limit: "read",
  output: "raw",
  handler: async () => {
    // Loaded on demand: it knows every route, and no other request needs that.
    const { operations } = await import("@/app/api/operations");
    document ??= JSON.stringify(openApiDocument(operations, { serverUrl: config().APP_URL, version: "1" }));
    return new Response(document, { headers: { "content-type": "application/json", "cache-control": "public, max-age=300" } });
  },
});
