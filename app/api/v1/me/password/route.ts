import { signedIn } from "@/lib/identity/auth";
import { changePassword, changePasswordInput } from "@/lib/identity/users";
import { route } from "@/lib/platform/http";

export const PUT = route({
  summary: "Change your password; other devices are signed out",
  auth: signedIn,
  limit: "write",
  body: changePasswordInput,
  handler: async ({ ctx, body }) => {
    await changePassword({ ctx, input: body });
    return undefined;
  },
});
