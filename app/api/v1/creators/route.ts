import { signedIn, anyone } from "@/lib/identity/auth";
import { creatorCardOutput, openCreatorPage, openCreatorPageInput } from "@/lib/content/creators";
import { discoverCreators, discoverQuery } from "@/lib/content/discovery";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";
import { pageOf } from "@/lib/platform/lists";
import { z } from "zod";

export const GET = route({
  summary: "Creators with something to see, newest or most joined first",
  auth: anyone,
  limit: "read",
  query: discoverQuery,
  output: pageOf(creatorCardOutput),
  handler: ({ ctx, query }) => discoverCreators(ctx.db, query),
});

export const POST = route({
  summary: "Open your page",
  auth: signedIn,
  limit: "write",
  idempotent: true,
  body: openCreatorPageInput,
  output: z.object({ id: id("creator"), handle: z.string() }),
  status: 201,
  handler: ({ ctx, body }) => openCreatorPage({ ctx, input: body }),
});
