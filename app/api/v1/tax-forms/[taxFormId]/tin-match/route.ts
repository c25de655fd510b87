import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { recordTinMatch, tinMatchInput } from "@/lib/commerce/tax";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const PUT = route({
  summary: "Write down what the IRS's TIN matching answered about a form",
  auth: adminOnly,
  limit: "write",
  params: z.object({ taxFormId: id("taxForm") }),
  body: tinMatchInput,
  handler: async ({ ctx, params, body }) => {
    await recordTinMatch({ ctx, input: { formId: params.taxFormId, ...body } });
    return undefined;
  },
});
