import { adminOnly } from "@/lib/identity/auth";
import { limitListOutput, listLimits } from "@/lib/operations/limits";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Every class of limits as it holds now",
  auth: adminOnly,
  limit: "read",
  output: limitListOutput,
  handler: async ({ ctx }) => ({ data: await listLimits(ctx) }),
});
