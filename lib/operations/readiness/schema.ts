import { z } from "zod";

export const readinessOutput = z.object({
  ready: z.boolean().describe("Every essential dependency is up."),
  release: z.string(),
  dependencies: z.array(z.object({ name: z.string(), state: z.enum(["up", "down", "not_configured"]), ms: z.number().int(), essential: z.boolean(), problem: z.string().optional() })),
});
