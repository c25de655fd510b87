import { adminOnly } from "@/lib/identity/auth";
import { askForReconciliation, reconciliationReason } from "@/lib/commerce/reconciliation";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Compare our books with the provider's now; the queue does it",
  auth: adminOnly,
  limit: "write",
  idempotent: "sealed",
  body: reconciliationReason,
  handler: async ({ ctx, body }) => {
    await askForReconciliation({ ctx, input: body });
    return undefined;
  },
});
