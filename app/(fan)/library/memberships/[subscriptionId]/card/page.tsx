import type { Metadata } from "next";
import { formatDate } from "@/app/_ui/date-format";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { found } from "@/app/_server/found";
import { readCardUpdate, type SubscriptionView } from "@/lib/commerce/subscriptions";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { membershipOf } from "../_parts/membership-of";
import { Sheet } from "../_parts/sheet";
import { GiveCard } from "./give-card";
import { Settling } from "./settling";

export const metadata: Metadata = { title: "Another card" };
type Props = { params: Promise<{ subscriptionId: string }>; searchParams: Promise<{ update?: string }> };

/** Before the provider's page: what a new card will do. After it: what it has done. */
export default async function AnotherCard({ params, searchParams }: Props) {
  const { ctx, membership } = await membershipOf(params);
  const named = id("cardUpdate").safeParse((await searchParams).update);
  const update = named.success ? await found(readCardUpdate(ctx, named.data)) : undefined;
  if (update?.state === "open") return <Sheet membership={membership} title="One moment."><Settling cardUpdateId={update.id} /></Sheet>;
  if (update?.state === "completed" && !update.overdue) return <Done membership={membership} />;
  return (
    <Sheet membership={membership} title="Another card" lead="It is kept by Stripe, our payment provider; we never see it. From then on it pays for this membership and for your others.">
      {update?.refusal && <Notice tone="danger" title={`The new card was refused. ${update.refusal}`}>It is kept, and tried again with the next payment. You can put in another one.</Notice>}
      {membership.overdue && !update?.refusal && (
        <Notice tone="held" title={membership.overdue.why}>
          The new card pays {formatMoney({ amount: membership.overdue.amount, currency: membership.currency })} at once, and all goes on as before. Until {formatDate(new Date(membership.overdue.accessEndsAt))} everything stays open to you.
        </Notice>
      )}
      {membership.status === "ended" ? <Notice title="This membership has ended." action={<LinkButton href={`/c/${membership.creator.handle}/join`} size="small">Come back</LinkButton>} /> : <GiveCard subscriptionId={membership.id} />}
    </Sheet>
  );
}

function Done({ membership }: { membership: SubscriptionView }) {
  return (
    <Sheet membership={membership} title="All set." lead={`The new card pays from now on. The next payment to ${membership.creator.name} is on ${formatDate(new Date(membership.currentPeriodEnd))}.`}>
      <LinkButton href={`/c/${membership.creator.handle}`} variant="primary" className="justify-self-start">{`To ${membership.creator.name}`}</LinkButton>
    </Sheet>
  );
}
