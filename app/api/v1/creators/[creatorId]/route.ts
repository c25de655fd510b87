import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { updateCreator, updateCreatorInput } from "@/lib/content/creators";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const PATCH = route({
  summary: "Change your page",
  auth: signedIn,
  limit: "write",
  params: z.object({ creatorId: id("creator") }),
  body: updateCreatorInput,
  handler: async ({ ctx, params, body }) => {
    await updateCreator({ ctx, input: { ...body, ...params } });
    return undefined;
  },
});
