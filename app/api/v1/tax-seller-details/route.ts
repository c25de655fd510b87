import { signedIn } from "@/lib/identity/auth";
import { giveSellerDetails, sellerDetailsInput } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const PUT = route({
  summary: "Give what the European Union asks of sellers (DAC7)",
  auth: signedIn,
  limit: "write",
  body: sellerDetailsInput,
  handler: async ({ ctx, body }) => {
    await giveSellerDetails({ ctx, input: body });
    return undefined;
  },
});
