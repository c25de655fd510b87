import { hashPassword, weaknessOf } from "@/lib/identity/passwords";
import { audit } from "@/lib/platform/audit";
import { isUniqueViolation, type Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";
import { WeakPassword } from "./errors";
import type { SignUpInput } from "./schema";

/**
 * Opens an account and has a link sent to confirm the address. An address that has an account already gets a mail that says so;
 * the caller hears the same either way. @throws WeakPassword
 */
export async function signUp({ ctx, input }: Verb<SignUpInput>): Promise<void> {
  const weakness = await weaknessOf(input.password, [input.email, input.displayName]);
  if (weakness) throw new WeakPassword(weakness);
  const passwordHash = await hashPassword(input.password);
  const towards = { intent: input.intent, ...(input.next ? { next: input.next } : {}) };
  try {
    await ctx.transaction(async (tx) => {
      const user = await tx.user.create({ data: { id: newId("user"), email: input.email, displayName: input.displayName, passwordHash } });
      audit(tx, ctx, "user.signed-up", { subject: user.id, by: "password" });
      emit(tx, "user.signed-up", { userId: user.id, ...towards });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await ctx.transaction(async (tx) => {
      const user = await tx.user.findUniqueOrThrow({ where: { email: input.email }, select: { id: true } });
      emit(tx, "user.sign-up-repeated", { userId: user.id, ...towards });
    });
  }
}
