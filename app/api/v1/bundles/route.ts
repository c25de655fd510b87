import { z } from "zod";
import { bundleOutput, createBundle, createBundleInput, ownBundles } from "@/lib/commerce/bundles";
import { canOpenStudio } from "@/lib/content/posts";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "Your bundles with archived ones, newest first; the last hundred",
  auth: signedIn,
  limit: "read",
  output: z.object({ data: z.array(bundleOutput) }),
  handler: async ({ ctx }) => ({ data: await ownBundles(ctx, canOpenStudio(ctx.actor).creatorId) }),
});

export const POST = route({
  summary: "Sell posts of yours together",
  auth: signedIn,
  limit: "write",
  idempotent: true,
  body: createBundleInput,
  output: z.object({ id: id("bundle") }),
  status: 201,
  handler: ({ ctx, body }) => createBundle({ ctx, input: body }),
});
