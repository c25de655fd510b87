import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { pauseInput, pauseSubscription, resumeSubscription } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ subscriptionId: id("subscription") });

export const POST = route({
  summary: "Let a membership rest for one to three months after what is paid",
  auth: signedIn,
  limit: "write",
  params,
  body: pauseInput,
  handler: async ({ ctx, params: { subscriptionId }, body }) => {
    await pauseSubscription({ ctx, input: { subscriptionId, ...body } });
    return undefined;
  },
});

export const DELETE = route({
  summary: "Go on sooner",
  auth: signedIn,
  limit: "write",
  params,
  handler: async ({ ctx, params: input }) => {
    await resumeSubscription({ ctx, input });
    return undefined;
  },
});
