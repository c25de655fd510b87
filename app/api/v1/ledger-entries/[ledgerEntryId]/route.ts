import { z } from "zod";
import { entryExplanationOutput, explainEntry } from "@/lib/commerce/papers";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "Where a line of your books came from, down to the provider's papers and the rule",
  auth: signedIn,
  limit: "read",
  params: z.object({ ledgerEntryId: id("ledgerEntry") }),
  output: entryExplanationOutput,
  handler: ({ ctx, params }) => explainEntry(ctx, params.ledgerEntryId),
});
