import { z } from "zod";
import { publicAccess } from "@/lib/identity/auth";
import { config } from "@/lib/platform/config";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Whether this process answers; asks nothing of anyone else",
  auth: publicAccess,
  limit: "read",
  output: z.object({ status: z.literal("ok"), release: z.string() }),
  handler: () => Promise.resolve({ status: "ok" as const, release: config().RELEASE }),
});
