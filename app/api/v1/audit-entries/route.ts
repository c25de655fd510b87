import { z } from "zod";
import { adminOnly } from "@/lib/identity/auth";
import { listAudit } from "@/lib/platform/audit";
import { route } from "@/lib/platform/http";

const entry = z.object({ seq: z.number().int(), at: z.iso.datetime(), actorKind: z.string(), actorId: z.string().nullable(), action: z.string(), subject: z.string(), data: z.unknown(), requestId: z.string() });
const filter = z.string().trim().max(80).optional();

export const GET = route({
  summary: "The audit trail, newest first",
  auth: adminOnly,
  limit: "read",
  query: z.object({ subject: filter, actorId: filter, action: filter, before: z.coerce.number().int().positive().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.object({ data: z.array(entry) }),
  handler: async ({ ctx, query }) => ({ data: (await listAudit(ctx.db, query)).map((row) => ({ ...row, at: row.at.toISOString() })) }),
});
