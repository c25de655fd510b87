import { signedIn } from "@/lib/identity/auth";
import { meOutput, readMe, updateProfile, updateProfileInput } from "@/lib/identity/users";
import { Unauthenticated } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Who is signed in",
  auth: signedIn,
  limit: "read",
  output: meOutput,
  handler: ({ ctx }) => (ctx.actor.kind === "user" ? readMe(ctx.db, ctx.actor) : Promise.reject(new Unauthenticated())),
});

export const PATCH = route({
  summary: "Change what others call you",
  auth: signedIn,
  limit: "write",
  body: updateProfileInput,
  handler: async ({ ctx, body }) => {
    await updateProfile({ ctx, input: body });
    return undefined;
  },
});
