import { signedIn } from "@/lib/identity/auth";
import { payoutStatus, payoutStatusOutput, refreshPayoutAccount } from "@/lib/commerce/payouts";
import { pageOfActor } from "@/lib/content/creators";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Ask the payment provider what it knows of your account now",
  auth: signedIn,
  limit: "checkout",
  output: payoutStatusOutput,
  handler: async ({ ctx }) => {
    await refreshPayoutAccount({ ctx });
    return payoutStatus(ctx, pageOfActor(ctx.actor));
  },
});
