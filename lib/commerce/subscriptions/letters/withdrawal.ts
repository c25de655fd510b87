import type { Context } from "@/lib/platform/db";
import { formatMoney } from "@/lib/platform/money";
import { mailTheFan, reason } from "./facts";

/** Directive (EU) 2023/2673: what was declared, and the date and time it came. */
export async function acknowledge(ctx: Context, withdrawalId: string): Promise<void> {
  const { subscriptionId, askedAt } = await ctx.db.withdrawal.findUniqueOrThrow({ where: { id: withdrawalId } });
  const paid = await ctx.db.sale.aggregate({ where: { subscriptionId }, _sum: { gross: true } });
  const stamp = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "long", timeZone: "UTC" }).format(askedAt);
  await mailTheFan(ctx, subscriptionId, {
    category: "withdrawal",
    reference: withdrawalId,
    write: ({ membership, creator, tier, page }) => {
      const back = formatMoney({ amount: paid._sum.gross ?? 0, currency: membership.currency });
      return {
        subject: `We have your withdrawal: ${tier} of ${creator}`,
        paragraphs: [`You withdrew from your contract about ${tier} of ${creator}. It came in on ${stamp}. Keep this mail: it is your proof.`, (paid._sum.gross ?? 0) > 0 ? `The membership has ended. ${back} goes back to the card you paid with, at the latest fourteen days from that day.` : "The membership has ended. You had paid nothing, so nothing goes back."],
        rows: [{ label: "Contract", value: membership.id }, { label: "Withdrawn", value: stamp }, { label: "Goes back", value: back, strong: true }],
        action: { label: `Go to ${creator}`, url: page },
        reason,
      };
    },
  });
}
