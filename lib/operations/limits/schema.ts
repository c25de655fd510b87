import { z } from "zod";
import { limitClasses } from "@/lib/platform/ratelimit";

export const limitClass = z.enum(limitClasses as [string, ...string[]]);
const count = z.number().int().min(1, "At least 1.").max(1_000_000);
export const setLimitInput = z.object({ perActor: count, perAddress: count, windowSeconds: z.number().int().min(1).max(86_400) });
export const limitOutput = setLimitInput.extend({ limitClass, changed: z.boolean().describe("An administrator has set it; otherwise the default holds.") });
export const limitListOutput = z.object({ data: z.array(limitOutput) });
