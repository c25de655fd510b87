import { z } from "zod";
import { limitClasses } from "@/lib/platform/ratelimit";

const limitClass = z.enum(limitClasses as [string, ...string[]]);
const whole = z.number("Type a whole number.").int("Type a whole number.").min(1, "At least 1.");
const count = whole.max(1_000_000, "At most 1,000,000.");
export const setLimitInput = z.object({ perActor: count, perAddress: count, windowSeconds: whole.max(86_400, "At most 86,400: a day.") });
export const limitOutput = setLimitInput.extend({ limitClass, changed: z.boolean().describe("An administrator has set it; otherwise the default holds.") });
export const limitListOutput = z.object({ data: z.array(limitOutput) });
