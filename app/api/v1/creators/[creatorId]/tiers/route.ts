import { z } from "zod";
import { anyone, signedIn } from "@/lib/identity/auth";
import { creatorByHandle, creatorById } from "@/lib/content/creators";
import { createTier, listTiers, tierInput, tierOutput } from "@/lib/content/tiers";
import { NotFound } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ creatorId: id("creator") });

export const GET = route({
  summary: "The tiers one can join, lowest first",
  auth: anyone,
  limit: "read",
  params,
  output: z.object({ data: z.array(tierOutput) }),
  handler: async ({ ctx, params: { creatorId } }) => {
    const page = await creatorById(ctx.db, creatorId);
    // By its handle a page is found only while it is open to all.
    if (!page || !(await creatorByHandle(ctx.db, page.handle))) throw new NotFound();
    return { data: await listTiers(ctx.db, creatorId) };
  },
});

export const POST = route({
  summary: "Add a tier",
  auth: signedIn,
  limit: "write",
  idempotent: "sealed",
  params,
  body: tierInput,
  output: tierOutput,
  status: 201,
  handler: ({ ctx, params: { creatorId }, body }) => createTier({ ctx, input: { ...body, creatorId } }),
});
