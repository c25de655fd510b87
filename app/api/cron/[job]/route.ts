import { z } from "zod";
import { cronOnly } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { runCron } from "@/lib/platform/jobs";

export const maxDuration = 60;

export const GET = route({
  summary: "Run a scheduled job; only the scheduler, by its secret",
  auth: cronOnly,
  limit: "webhook",
  params: z.object({ job: z.string().max(60) }),
  output: z.object({ job: z.string(), ran: z.boolean(), detail: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])) }),
  handler: ({ params }) => runCron(params.job),
});
