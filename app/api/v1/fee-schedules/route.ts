import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { feeSchedulesOutput, listFees, proposeFees, proposeFeesInput } from "@/lib/commerce/fees";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "Fee schedules: past, in force and to come, and what is proposed",
  auth: adminOnly,
  limit: "read",
  output: feeSchedulesOutput,
  handler: ({ ctx }) => listFees(ctx),
});

export const POST = route({
  summary: "Propose fees from a day to come; another administrator has to agree",
  auth: adminOnly,
  limit: "write",
  idempotent: "sealed",
  body: proposeFeesInput,
  output: z.object({ id: id("feeSchedule") }),
  status: 201,
  handler: async ({ ctx, body }) => ({ id: await proposeFees({ ctx, input: body }) }),
});
