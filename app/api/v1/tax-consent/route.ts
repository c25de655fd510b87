import { signedIn } from "@/lib/identity/auth";
import { changeConsent, consentInput } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const PUT = route({
  summary: "Agree to tax documents by mail with a link, or take it back",
  auth: signedIn,
  limit: "write",
  body: consentInput,
  handler: async ({ ctx, body }) => {
    await changeConsent({ ctx, input: body });
    return undefined;
  },
});
