import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { type MailContent, sendMail } from "@/lib/platform/mail";
import { armConfirmation, issueReset } from "./one-time-tokens";

const link = (path: string, query: Record<string, string>): string => config().APP_URL + (Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query).toString()}` : path);

async function mailTo(ctx: Context, userId: string, eventId: string, category: string, content: () => Promise<MailContent>): Promise<void> {
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { email: true } });
  if (!user) return;
  await sendMail(ctx.db, { to: user.email, category, reference: eventId }, content);
}

/** Where they were going; checked when they signed up, and once more by the page that reads it. */
type SignedUp = { tokenId?: string; intent: string; next?: string };
const goingOn = (next: string | undefined): Record<string, string> => (next ? { next } : {});

/** The link of this sign-up; once the address is confirmed there is none, and its owner hears that they have an account. */
async function afterSignUp(ctx: Context, { tokenId, intent, next }: SignedUp, again: boolean): Promise<MailContent> {
  const token = tokenId && (await ctx.transaction((tx) => armConfirmation(tx, { tokenId, now: ctx.now })));
  if (!token) return alreadyKnown(next);
  const others = "Somebody has signed up with this address before. Each link brings the password of its own sign-up, so press this one only if you signed up just now.";
  return {
    subject: "Confirm your email address",
    paragraphs: ["Welcome. Confirm this address and you are in.", ...(again ? [others] : []), "The link works once, for 24 hours. If you did not sign up, leave it: nothing happens without it."],
    action: { label: "Confirm my address", url: link("/verify-email", { token, intent, ...goingOn(next) }) },
    reason: "You get this because someone signed up to DirectFanz with this address.",
  };
}

/** Brings no link to a new password: it would end the one its owner may just have asked for. */
const alreadyKnown = (next: string | undefined): MailContent => ({
  subject: "You already have an account",
  paragraphs: ["Someone, probably you, signed up again with this address. You have an account already: just sign in.", "If the password is gone, ask for a new one."],
  action: { label: "Sign in", url: link("/sign-in", goingOn(next)) },
  otherwise: { label: "Ask for a new password", url: link("/recover", {}) },
  reason: "You get this because someone tried to sign up to DirectFanz with this address.",
});

export const subscribers = [
  on("user.signed-up", "send-confirmation", ({ ctx, payload, eventId }) => mailTo(ctx, payload.userId, eventId, "confirm-address", () => afterSignUp(ctx, payload, false))),
  on("user.sign-up-repeated", "send-reminder", ({ ctx, payload, eventId }) => mailTo(ctx, payload.userId, eventId, "already-known", () => afterSignUp(ctx, payload, true))),
  on("user.reset-requested", "send-reset", ({ ctx, payload, eventId }) =>
    mailTo(ctx, payload.userId, eventId, "reset-password", async () => ({
      subject: "Set a new password",
      paragraphs: ["Here is your link to a new password. It works once, for an hour. When it is used, every device is signed out.", "If you did not ask for it, leave it: your password stays as it is."],
      action: { label: "Set a new password", url: link("/recover/new-password", { token: await ctx.transaction((tx) => issueReset(tx, { userId: payload.userId, now: ctx.now })) }) },
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
