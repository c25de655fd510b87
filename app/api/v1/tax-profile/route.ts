import { signedIn } from "@/lib/identity/auth";
import { readTaxProfile, taxProfileOutput } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Your tax papers: numbers masked, and what is withheld while something is missing",
  auth: signedIn,
  limit: "read",
  output: taxProfileOutput,
  handler: ({ ctx }) => readTaxProfile(ctx),
});
