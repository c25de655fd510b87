import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { followCreator, followOutput, unfollowCreator } from "@/lib/community/follows";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ creatorId: id("creator") });

export const PUT = route({
  summary: "Follow a creator",
  auth: signedIn,
  limit: "write",
  params,
  output: followOutput,
  handler: async ({ ctx, params: input }) => {
    await followCreator({ ctx, input });
    return { following: true };
  },
});

export const DELETE = route({
  summary: "Stop following",
  auth: signedIn,
  limit: "write",
  params,
  output: followOutput,
  handler: async ({ ctx, params: input }) => {
    await unfollowCreator({ ctx, input });
    return { following: false };
  },
});
