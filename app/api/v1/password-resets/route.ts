import { publicAccess } from "@/lib/identity/auth";
import { accepted, passwordResetRequest, requestPasswordReset } from "@/lib/identity/users";
import { route } from "@/lib/platform/http";
import { takeLimit } from "@/lib/platform/ratelimit";

export const POST = route({
  summary: "Ask for a link to a new password. The answer is the same whether or not the address is known",
  auth: publicAccess,
  limit: "reset",
  body: passwordResetRequest,
  output: accepted,
  status: 202,
  handler: async ({ ctx, body }) => {
    await takeLimit("reset", { actor: body.email, address: "" });
    await requestPasswordReset({ ctx, input: body });
    return { accepted: true as const, message: "If we know this address, a link is on its way." };
  },
});
