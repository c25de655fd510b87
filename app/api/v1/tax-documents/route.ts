import { signedIn } from "@/lib/identity/auth";
import { listTaxDocuments, taxDocumentsOutput } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Your tax documents, newest year first",
  auth: signedIn,
  limit: "read",
  output: taxDocumentsOutput,
  handler: async ({ ctx }) => ({ data: await listTaxDocuments(ctx) }),
});
