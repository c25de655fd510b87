import { z } from "zod";
import { publicAccess } from "@/lib/identity/auth";
import { feeScheduleAt } from "@/lib/commerce/fees";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "What we take, now",
  auth: publicAccess,
  limit: "read",
  output: z.object({ effectiveFrom: z.iso.datetime(), platformBps: z.number().int(), estimateProcessingBps: z.number().int(), estimateProcessingFixed: z.number().int() }),
  handler: async ({ ctx }) => {
    const schedule = await feeScheduleAt(ctx.db, ctx.now);
    return { ...schedule, effectiveFrom: schedule.effectiveFrom.toISOString() };
  },
});
