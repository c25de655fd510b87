import { signedIn } from "@/lib/identity/auth";
import { deviceListOutput, listSessions, revokeOtherSessions } from "@/lib/identity/sessions";
import { Unauthenticated } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Where you are signed in",
  auth: signedIn,
  limit: "read",
  output: deviceListOutput,
  handler: async ({ ctx }) => {
    const { actor } = ctx;
    if (actor.kind !== "user") throw new Unauthenticated();
    const devices = await listSessions(ctx.db, actor.userId, ctx.now);
    return { data: devices.map((one) => ({ id: one.id, device: one.userAgent, current: one.id === actor.sessionId, signedInAt: one.createdAt.toISOString(), lastSeenAt: one.lastSeenAt.toISOString() })) };
  },
});

export const DELETE = route({
  summary: "Sign out everywhere but here",
  auth: signedIn,
  limit: "write",
  handler: async ({ ctx }) => {
    await revokeOtherSessions({ ctx });
    return undefined;
  },
});
