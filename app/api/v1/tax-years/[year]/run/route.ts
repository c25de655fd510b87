import { adminOnly } from "@/lib/identity/auth";
import { runInput, runOutput, runTaxYear, yearParam } from "@/lib/commerce/tax";
import { later } from "@/lib/platform/clock";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Make the tax documents of a year as drafts, or count what they would be",
  auth: adminOnly,
  limit: "write",
  params: yearParam,
  body: runInput,
  output: runOutput,
  handler: ({ ctx, params, body }) => runTaxYear({ ctx, input: { ...params, ...body } }, { until: later(new Date(), 45_000) }),
});
