import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { limitOutput, resetLimit, setLimit, setLimitInput } from "@/lib/operations/limits";
import { route } from "@/lib/platform/http";

const params = z.object({ limitClass: z.string().max(40) });

export const PUT = route({
  summary: "Set a class of limits, for everyone, without a deployment",
  auth: adminOnly,
  limit: "write",
  params,
  body: setLimitInput,
  output: limitOutput,
  handler: ({ ctx, params, body }) => setLimit({ ctx, input: { ...body, ...params } }),
});

export const DELETE = route({
  summary: "Let the default of a class of limits hold again",
  auth: adminOnly,
  limit: "write",
  params,
  output: limitOutput,
  handler: ({ ctx, params: input }) => resetLimit({ ctx, input }),
});
