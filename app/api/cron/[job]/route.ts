import { z } from "zod";
import { cronOnly } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { runCron } from "@/lib/platform/jobs";

// To encode a long sound takes minutes, and work-queues waits for it.
export const maxDuration = 300;

export const GET = route({
  summary: "Run a scheduled job; only the scheduler, by its secret",
  auth: cronOnly,
  limit: "webhook",
  params: z.object({ job: z.string().max(60) }),
  output: z.object({ job: z.string(), ran: z.boolean(), detail: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])) }),
  handler: ({ params }) => runCron(params.job),
});
