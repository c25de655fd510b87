import { adminOnly } from "@/lib/identity/auth";
import { issueInput, issueOutput, issueTaxYear, yearParam } from "@/lib/commerce/tax";
import { later } from "@/lib/platform/clock";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Issue the drafts of a year: mails go out, and only a correction changes them",
  auth: adminOnly,
  limit: "write",
  params: yearParam,
  body: issueInput,
  output: issueOutput,
  handler: ({ ctx, params, body }) => issueTaxYear({ ctx, input: { ...params, ...body } }, { until: later(new Date(), 45_000) }),
});
