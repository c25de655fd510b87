import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { readWithdrawal, withdraw, withdrawalOutput } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ subscriptionId: id("subscription") });

export const GET = route({
  summary: "Whether you may withdraw from this contract, and until when",
  auth: signedIn,
  limit: "read",
  params,
  output: withdrawalOutput,
  handler: ({ ctx, params: { subscriptionId } }) => readWithdrawal(ctx, subscriptionId),
});

export const POST = route({
  summary: "Withdraw from the contract: it ends now and what was paid goes back",
  auth: signedIn,
  limit: "write",
  params,
  output: withdrawalOutput,
  handler: ({ ctx, params: input }) => withdraw({ ctx, input }),
});
