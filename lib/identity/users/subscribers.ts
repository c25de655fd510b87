import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { type MailContent, sendMail } from "@/lib/platform/mail";
import { issueToken } from "./one-time-tokens";
import { resetLastsMs, verificationLastsMs } from "./rules";

const link = (path: string, query: Record<string, string>): string => `${config().APP_URL}${path}?${new URLSearchParams(query).toString()}`;

async function mailTo(ctx: Context, userId: string, eventId: string, category: string, content: (person: { email: string; emailVerified: boolean }) => Promise<MailContent>): Promise<void> {
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { email: true, emailVerifiedAt: true } });
  if (!user) return;
  await sendMail(ctx.db, { to: user.email, category, reference: eventId }, () => content({ email: user.email, emailVerified: user.emailVerifiedAt !== null }));
}

const tokenFor = (ctx: Context, userId: string, purpose: "verify_email" | "reset_password", lastsMs: number): Promise<string> => ctx.transaction((tx) => issueToken(tx, { userId, purpose, now: ctx.now, lastsMs }));

async function confirmation(ctx: Context, userId: string, intent: string): Promise<MailContent> {
  const token = await tokenFor(ctx, userId, "verify_email", verificationLastsMs);
  return {
    subject: "Confirm your email address",
    paragraphs: ["Welcome. Confirm this address and you are in.", "The link works once, for 24 hours. If you did not sign up, leave it: nothing happens without it."],
    action: { label: "Confirm my address", url: link("/verify-email", { token, intent }) },
    reason: "You get this because someone signed up to DirectFanz with this address.",
  };
}

async function alreadyKnown(ctx: Context, userId: string): Promise<MailContent> {
  const token = await tokenFor(ctx, userId, "reset_password", resetLastsMs);
  return {
    subject: "You already have an account",
    paragraphs: ["Someone, probably you, signed up again with this address. You have an account already: just sign in.", "If the password is gone, set a new one here. The link works once, for an hour."],
    action: { label: "Set a new password", url: link("/recover/new-password", { token }) },
    reason: "You get this because someone tried to sign up to DirectFanz with this address.",
  };
}

export const subscribers = [
  on("user.signed-up", "send-confirmation", ({ ctx, payload, eventId }) => mailTo(ctx, payload.userId, eventId, "confirm-address", () => confirmation(ctx, payload.userId, payload.intent))),
  on("user.sign-up-repeated", "send-reminder", ({ ctx, payload, eventId }) =>
    mailTo(ctx, payload.userId, eventId, "already-known", ({ emailVerified }) => (emailVerified ? alreadyKnown(ctx, payload.userId) : confirmation(ctx, payload.userId, payload.intent))),
  ),
  on("user.reset-requested", "send-reset", ({ ctx, payload, eventId }) =>
    mailTo(ctx, payload.userId, eventId, "reset-password", async () => ({
      subject: "Set a new password",
      paragraphs: ["Here is your link to a new password. It works once, for an hour. When it is used, every device is signed out.", "If you did not ask for it, leave it: your password stays as it is."],
      action: { label: "Set a new password", url: link("/recover/new-password", { token: await tokenFor(ctx, payload.userId, "reset_password", resetLastsMs) }) },
      reason: "You get this because someone asked for a new password for this address.",
    })),
  ),
  on("user.password-changed", "send-notice", ({ ctx, payload, eventId }) =>
    mailTo(ctx, payload.userId, eventId, "password-changed", () =>
      Promise.resolve({
        subject: "Your password was changed",
        paragraphs: ["The password of your account was just changed, and your other devices were signed out.", "If this was not you, set a new one now."],
        action: { label: "Set a new password", url: `${config().APP_URL}/recover` },
        reason: "You get this because it concerns the safety of your account.",
      }),
    ),
  ),
];
