import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { deleteTier, tierChange, tierOutput, updateTier } from "@/lib/content/tiers";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ tierId: id("tier") });

export const PATCH = route({
  summary: "Change a tier; members keep what they pay",
  auth: signedIn,
  limit: "write",
  params,
  body: tierChange,
  output: tierOutput,
  handler: ({ ctx, params: { tierId }, body }) => updateTier({ ctx, input: { ...body, tierId } }),
});

export const DELETE = route({
  summary: "Remove a tier that nobody ever joined",
  auth: signedIn,
  limit: "write",
  params,
  handler: async ({ ctx, params: input }) => {
    await deleteTier({ ctx, input });
    return undefined;
  },
});
