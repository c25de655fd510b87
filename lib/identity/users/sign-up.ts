import { hashPassword, weaknessOf } from "@/lib/identity/passwords";
import { audit } from "@/lib/platform/audit";
import { isUniqueViolation, type Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";
import { takeLimit } from "@/lib/platform/ratelimit";
import { WeakPassword } from "./errors";
import { prepareConfirmation } from "./one-time-tokens";
import type { SignUpInput } from "./schema";

/**
 * Opens an account and has a link sent to confirm the address. Signing up again before that sends another link, each with the
 * password and name of its own sign-up; the account keeps the first's until one of them is used. A confirmed address gets a mail that
 * says it has an account. The caller hears the same in every case. @throws WeakPassword, TooManyRequests
 */
export async function signUp({ ctx, input }: Verb<SignUpInput>): Promise<void> {
  const weakness = await weaknessOf(input.password, [input.email, input.displayName]);
  if (weakness) throw new WeakPassword(weakness);
  // By the address written to: nobody fills a stranger's mailbox with our mails. A weak password sends none.
  await takeLimit("sign-up", { actor: input.email, address: "" });
  const chosen = { passwordHash: await hashPassword(input.password), displayName: input.displayName };
  const towards = { intent: input.intent, ...(input.next ? { next: input.next } : {}) };
  try {
    await ctx.transaction(async (tx) => {
      const user = await tx.user.create({ data: { id: newId("user"), email: input.email, ...chosen } });
      const tokenId = await prepareConfirmation(tx, { userId: user.id, chosen, now: ctx.now });
      audit(tx, ctx, "user.signed-up", { subject: user.id, by: "password" });
      emit(tx, "user.signed-up", { userId: user.id, tokenId, ...towards });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await ctx.transaction(async (tx) => {
      const user = await tx.user.findUniqueOrThrow({ where: { email: input.email }, select: { id: true, emailVerifiedAt: true } });
      const token = user.emailVerifiedAt ? {} : { tokenId: await prepareConfirmation(tx, { userId: user.id, chosen, now: ctx.now }) };
      emit(tx, "user.sign-up-repeated", { userId: user.id, ...token, ...towards });
    });
  }
}
