import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { explainPayout, payoutOutput } from "@/lib/commerce/payouts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "One payout, and what it settles by day and kind",
  auth: signedIn,
  limit: "read",
  params: z.object({ payoutId: id("payout") }),
  output: z.object({ payout: payoutOutput, settled: z.array(z.object({ day: z.iso.date(), kind: z.string(), lines: z.number().int(), amount: z.number().int() })) }),
  handler: ({ ctx, params }) => explainPayout(ctx, params.payoutId),
});
