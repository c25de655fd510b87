import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { changeOutput, changeSubscription, confirmChangeInput, takeChangeBack } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ subscriptionId: id("subscription") });

export const POST = route({
  summary: "Move to another amount or tier, at what the preview showed",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  params,
  body: confirmChangeInput,
  output: changeOutput,
  handler: ({ ctx, params: { subscriptionId }, body }) => changeSubscription({ ctx, input: { subscriptionId, ...body } }),
});

export const DELETE = route({
  summary: "Take back a change that waits for the end of what is paid",
  auth: signedIn,
  limit: "write",
  params,
  handler: async ({ ctx, params: input }) => {
    await takeChangeBack({ ctx, input });
    return undefined;
  },
});
