import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { cancelInput, cancelSubscription, keepSubscription } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ subscriptionId: id("subscription") });

export const POST = route({
  summary: "Leave at the end of the paid month",
  auth: signedIn,
  limit: "write",
  params,
  body: cancelInput,
  handler: async ({ ctx, params: { subscriptionId }, body }) => {
    await cancelSubscription({ ctx, input: { subscriptionId, ...body } });
    return undefined;
  },
});

export const DELETE = route({
  summary: "Stay after all",
  auth: signedIn,
  limit: "write",
  params,
  handler: async ({ ctx, params: input }) => {
    await keepSubscription({ ctx, input });
    return undefined;
  },
});
