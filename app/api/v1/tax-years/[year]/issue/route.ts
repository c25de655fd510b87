import { adminOnly } from "@/lib/identity/auth";
import { issueOutput, issueTaxYear, yearParam } from "@/lib/commerce/tax";
import { later } from "@/lib/platform/clock";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Issue the drafts of a year: mails go out, and only a correction changes them",
  auth: adminOnly,
  limit: "write",
  params: yearParam,
  output: issueOutput,
  handler: ({ ctx, params }) => issueTaxYear({ ctx, input: params }, { until: later(new Date(), 45_000) }),
});
