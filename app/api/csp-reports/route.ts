import { publicAccess } from "@/lib/identity/auth";
import { readBytes, route } from "@/lib/platform/http";
import { log } from "@/lib/platform/log";
import { readCspReports } from "@/lib/platform/http/csp-reports";

export const POST = route({
  summary: "Where browsers report what the content security policy stopped",
  auth: publicAccess,
  limit: "write",
  handler: async ({ request }) => {
    for (const report of readCspReports(await readBytes(request, 16 * 1024))) log().warn({ csp: report }, "content security policy");
    return undefined;
  },
});
