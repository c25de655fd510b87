import { signedIn } from "@/lib/identity/auth";
import { readTaxProfile, submitTaxForm, taxFormInput, taxProfileOutput } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

// Without an Idempotency-Key: its record would keep a hash of the body, and with it of a tax number. Signed twice is two rows, and the newest counts.
export const POST = route({
  summary: "Sign a W-9, W-8BEN or W-8BEN-E",
  auth: signedIn,
  limit: "write",
  body: taxFormInput,
  output: taxProfileOutput,
  status: 201,
  handler: async ({ ctx, body }) => {
    await submitTaxForm({ ctx, input: body });
    return readTaxProfile(ctx);
  },
});
