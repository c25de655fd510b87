import { z } from "zod";
import { endSplit } from "@/lib/commerce/splits";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const DELETE = route({
  summary: "End a split from now on, take an offer back, or decline one",
  auth: signedIn,
  limit: "write",
  params: z.object({ splitId: id("split") }),
  handler: async ({ ctx, params }) => {
    await endSplit({ ctx, input: params });
    return undefined;
  },
});
