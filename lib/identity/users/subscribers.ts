import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { type MailContent, sendMail } from "@/lib/platform/mail";
import { issueToken } from "./one-time-tokens";
import { resetLastsMs, verificationLastsMs } from "./rules";

const link = (path: string, query: Record<string, string>): string => config().APP_URL + (Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query).toString()}` : path);

async function mailTo(ctx: Context, userId: string, eventId: string, category: string, content: (person: { email: string; emailVerified: boolean }) => Promise<MailContent>): Promise<void> {
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { email: true, emailVerifiedAt: true } });
  if (!user) return;
  await sendMail(ctx.db, { to: user.email, category, reference: eventId }, () => content({ email: user.email, emailVerified: user.emailVerifiedAt !== null }));
}

/** Where they were going; checked when they signed up, and once more by the page that reads it. */
type SignedUp = { userId: string; intent: string; next?: string };
const goingOn = (next: string | undefined): Record<string, string> => (next ? { next } : {});

const tokenFor = (ctx: Context, userId: string, purpose: "verify_email" | "reset_password", lastsMs: number): Promise<string> => ctx.transaction((tx) => issueToken(tx, { userId, purpose, now: ctx.now, lastsMs }));

async function confirmation(ctx: Context, { userId, intent, next }: SignedUp): Promise<MailContent> {
  const token = await tokenFor(ctx, userId, "verify_email", verificationLastsMs);
  return {
    subject: "Confirm your email address",
    paragraphs: ["Welcome. Confirm this address and you are in.", "The link works once, for 24 hours. If you did not sign up, leave it: nothing happens without it."],
    action: { label: "Confirm my address", url: link("/verify-email", { token, intent, ...goingOn(next) }) },
    reason: "You get this because someone signed up to DirectFanz with this address.",
  };
}

async function alreadyKnown(ctx: Context, { userId, next }: SignedUp): Promise<MailContent> {
  const token = await tokenFor(ctx, userId, "reset_password", resetLastsMs);
  return {
    subject: "You already have an account",
    paragraphs: ["Someone, probably you, signed up again with this address. You have an account already: just sign in.", "If the password is gone, set a new one here. The link works once, for an hour."],
    action: { label: "Sign in", url: link("/sign-in", goingOn(next)) },
    otherwise: { label: "Set a new password", url: link("/recover/new-password", { token }) },
    reason: "You get this because someone tried to sign up to DirectFanz with this address.",
  };
}

export const subscribers = [
  on("user.signed-up", "send-confirmation", ({ ctx, payload, eventId }) => mailTo(ctx, payload.userId, eventId, "confirm-address", () => confirmation(ctx, payload))),
  on("user.sign-up-repeated", "send-reminder", ({ ctx, payload, eventId }) =>
    mailTo(ctx, payload.userId, eventId, "already-known", ({ emailVerified }) => (emailVerified ? alreadyKnown(ctx, payload) : confirmation(ctx, payload))),
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
