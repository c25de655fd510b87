import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { changePayoutSchedule, openPayoutAccount, payoutStatus, payoutStatusOutput, scheduleInput } from "@/lib/commerce/payouts";
import { pageOfActor } from "@/lib/content/creators";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Where your money stands, where it goes, and what keeps it",
  auth: signedIn,
  limit: "read",
  output: payoutStatusOutput,
  handler: ({ ctx }) => payoutStatus(ctx, pageOfActor(ctx.actor)),
});

export const POST = route({
  summary: "Open the payment provider's page where you say who you are and where your money goes",
  auth: signedIn,
  limit: "checkout",
  output: z.object({ url: z.url() }),
  handler: ({ ctx }) => openPayoutAccount({ ctx }),
});

export const PATCH = route({
  summary: "Say when you want to be paid",
  auth: signedIn,
  limit: "write",
  body: scheduleInput,
  handler: async ({ ctx, body }) => {
    await changePayoutSchedule({ ctx, input: body });
    return undefined;
  },
});
