import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { longDate, type MailContent, sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";

async function mailTheCreator(ctx: Context, creatorId: string, category: string, reference: string, content: MailContent): Promise<void> {
  const page = await ctx.db.creatorProfile.findUnique({ where: { id: creatorId }, select: { userId: true } });
  const user = page && (await ctx.db.user.findUnique({ where: { id: page.userId }, select: { email: true } }));
  if (user) await sendMail(ctx.db, { to: user.email, category, reference }, () => content);
}

const payoutsPage = (): string => `${config().APP_URL}/studio/payouts`;
const reason = "You get this because it concerns money that fans paid you on DirectFanz.";

async function tellOfPayment(ctx: Context, payoutId: string, reference: string): Promise<void> {
  const payout = await ctx.db.payout.findUnique({ where: { id: payoutId } });
  if (payout?.state !== "paid") return;
  const say = (amount: number): string => formatMoney({ amount, currency: payout.currency });
  await mailTheCreator(ctx, payout.creatorId, "payout-paid", reference, {
    subject: `${say(payout.amount)} is in your bank account`,
    paragraphs: [`Your payout of ${longDate(payout.createdAt)} has arrived at the account ending in ${payout.bankLast4 ?? "????"}.`],
    rows: [
      { label: "From your balance", value: say(payout.gross) },
      ...(payout.withheld > 0 ? [{ label: "Withheld for the tax office", value: say(-payout.withheld) }] : []),
      ...(payout.fee > 0 ? [{ label: "Instant payout", value: say(-payout.fee) }] : []),
      { label: "Arrived", value: say(payout.amount), strong: true },
    ],
    action: { label: "See what it settles", url: `${payoutsPage()}/${payout.id}` },
    reason,
  });
}

async function tellOfHold(ctx: Context, holdId: string, reference: string): Promise<void> {
  const hold = await ctx.db.payoutHold.findUnique({ where: { id: holdId } });
  if (!hold || hold.liftedAt) return;
  await mailTheCreator(ctx, hold.creatorId, "payout-held", reference, {
    subject: "Your payouts wait, and why",
    paragraphs: [hold.reason, hold.whatToDo, hold.endsAt ? `They go on by themselves on ${longDate(hold.endsAt)} at the latest. The money stays yours meanwhile.` : "The money stays yours meanwhile."],
    action: { label: "See your payouts", url: payoutsPage() },
    reason,
  });
}

export const subscribers = [
  on("payout.paid", "tell-of-payment", ({ ctx, payload, eventId }) => tellOfPayment(ctx, payload.payoutId, eventId)),
  on("payout.held", "tell-of-hold", ({ ctx, payload, eventId }) => tellOfHold(ctx, payload.holdId, eventId)),
];
