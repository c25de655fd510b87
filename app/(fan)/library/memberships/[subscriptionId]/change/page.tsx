import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { listTiers } from "@/lib/content/tiers";
import { formatMoney } from "@/lib/platform/money/format";
import { membershipOf } from "../_parts/membership-of";
import { Sheet } from "../_parts/sheet";
import { ChangeForm } from "./change-form";

export const metadata: Metadata = { title: "Change your membership" };
type Props = { params: Promise<{ subscriptionId: string }>; searchParams: Promise<{ tier?: string }> };

/** Another tier, amount or rhythm: chosen, seen to the cent, and only then confirmed. */
export default async function Change({ params, searchParams }: Props) {
  const [{ ctx, membership }, { tier }] = await Promise.all([membershipOf(params), searchParams]);
  const { id, creator, interval, amount, currency } = membership;
  const tiers = (await listTiers(ctx.db, creator.id)).map(({ id: tierId, name, benefits, minAmount, annualAmount }) => ({ id: tierId, name, benefits, least: { month: minAmount, year: annualAmount } }));
  const reason = whyNot(membership);
  return (
    <Sheet membership={membership} title="Change it" lead={`You are in ${membership.tier.name} for ${formatMoney({ amount, currency })} a ${interval}${membership.discount ? `; ${membership.discount.code}: ${membership.discount.words}` : ""}.`}>
      {reason ? <Notice tone="held" title={reason} action={<LinkButton href={`/library/memberships/${id}`} size="small">Your membership</LinkButton>} /> : <ChangeForm subscriptionId={id} tiers={tiers} now={{ tierId: membership.tier.id, amount, interval }} wanted={tier} currency={currency} />}
    </Sheet>
  );
}

function whyNot({ status, cancelled, pause, change, trialEndsAt }: Awaited<ReturnType<typeof membershipOf>>["membership"]): string | undefined {
  if (status === "ended") return "This membership has ended.";
  if (status === "past_due") return "The last payment has not come through. Use another card first.";
  if (cancelled) return "You have cancelled. Keep your membership first; then you can change it.";
  if (pause) return "This membership rests. Take the pause back first; then you can change it.";
  if (trialEndsAt) return "You can change once the trial is over and the first payment is made.";
  return change ? "A change is under way already. Take it back first; then you can choose another." : undefined;
}
