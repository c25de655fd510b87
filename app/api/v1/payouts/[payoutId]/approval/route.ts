import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { approvePayout, reasonInput } from "@/lib/commerce/payouts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Agree to a payout above the limit; the second administrator's yes sends it",
  auth: adminOnly,
  limit: "write",
  params: z.object({ payoutId: id("payout") }),
  body: reasonInput,
  output: z.object({ approvals: z.number().int() }),
  handler: async ({ ctx, params, body }) => ({ approvals: await approvePayout({ ctx, input: { ...params, ...body } }) }),
});
