import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { archiveTier, tierOutput } from "@/lib/content/tiers";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ tierId: id("tier") });

export const PUT = route({
  summary: "Close a tier to new members",
  auth: signedIn,
  limit: "write",
  params,
  output: tierOutput,
  handler: ({ ctx, params: { tierId } }) => archiveTier({ ctx, input: { tierId, archived: true } }),
});

export const DELETE = route({
  summary: "Open an archived tier again",
  auth: signedIn,
  limit: "write",
  params,
  output: tierOutput,
  handler: ({ ctx, params: { tierId } }) => archiveTier({ ctx, input: { tierId, archived: false } }),
});
