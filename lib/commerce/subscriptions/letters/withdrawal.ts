import { leftOfSales } from "@/lib/commerce/purchases";
import type { Context } from "@/lib/platform/db";
import { formatMoney } from "@/lib/platform/money";
import { mailTheFan, reason } from "./facts";

/** Directive (EU) 2023/2673: what was declared, and the date and time it came. */
export async function acknowledge(ctx: Context, withdrawalId: string): Promise<void> {
  const { subscriptionId, askedAt } = await ctx.db.withdrawal.findUniqueOrThrow({ where: { id: withdrawalId } });
  const amount = await leftOfSales(ctx.db, { subscriptionId });
  const stamp = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "long", timeZone: "UTC" }).format(askedAt);
  await mailTheFan(ctx, subscriptionId, {
    category: "withdrawal",
    reference: withdrawalId,
    write: ({ membership, creator, tier, page }) => {
      const back = formatMoney({ amount, currency: membership.currency });
      return {
        subject: `We have your withdrawal: ${tier} of ${creator}`,
        paragraphs: [`You withdrew from your contract about ${tier} of ${creator}. It came in on ${stamp}. Keep this mail: it is your proof.`, amount > 0 ? `The membership has ended. ${back} goes back to the card you paid with, at the latest fourteen days from that day.` : "The membership has ended. Nothing more goes back: you paid nothing, or it is back with you or on its way."],
        rows: [{ label: "Contract", value: membership.id }, { label: "Withdrawn", value: stamp }, { label: "Goes back", value: back, strong: true }],
        action: { label: `Go to ${creator}`, url: page },
        reason,
      };
    },
  });
}
