import { publicAccess } from "@/lib/identity/auth";
import { passwordResetInput, resetPassword } from "@/lib/identity/users";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Set a new password through the link; every device is signed out",
  auth: publicAccess,
  limit: "reset",
  body: passwordResetInput,
  handler: async ({ ctx, body }) => {
    await resetPassword({ ctx, input: body });
    return undefined;
  },
});
