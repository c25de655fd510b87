import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { revokeSession } from "@/lib/identity/sessions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const DELETE = route({
  summary: "Sign out one of your devices",
  auth: signedIn,
  limit: "write",
  params: z.object({ sessionId: id("session") }),
  handler: async ({ ctx, params }) => {
    await revokeSession({ ctx, input: params });
    return undefined;
  },
});
