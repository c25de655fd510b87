import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";

/** Has a link sent to set a new password, if there is such an account; the caller hears the same either way. */
export async function requestPasswordReset({ ctx, input }: Verb<{ email: string }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: input.email }, select: { id: true } });
    if (user) emit(tx, "user.reset-requested", { userId: user.id });
  });
}
