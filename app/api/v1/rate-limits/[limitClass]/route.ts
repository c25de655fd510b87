import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { limitOutput, setLimit, setLimitInput } from "@/lib/operations/limits";
import { route } from "@/lib/platform/http";

export const PUT = route({
  summary: "Set a class of limits, for everyone, without a deployment",
  auth: adminOnly,
  limit: "write",
  params: z.object({ limitClass: z.string().max(40) }),
  body: setLimitInput,
  output: limitOutput,
  handler: ({ ctx, params, body }) => setLimit({ ctx, input: { ...body, ...params } }),
});
