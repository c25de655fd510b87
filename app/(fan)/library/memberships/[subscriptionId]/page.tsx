import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { formatDate } from "@/app/_ui/date-format";
import { Money } from "@/app/_ui/money/money";
import { Card } from "@/app/_ui/surfaces/card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { longestPause, readWithdrawal, type SubscriptionView } from "@/lib/commerce/subscriptions";
import { leavingChoices } from "../../leaving-choices";
import { Leave } from "../../leave";
import { NextWords } from "../../next-words";
import { membershipOf } from "./_parts/membership-of";
import { Resting } from "./_parts/resting";
import { Sheet } from "./_parts/sheet";
import { TakeBack } from "./_parts/take-back";

export const metadata: Metadata = { title: "Your membership" };
type Props = { params: Promise<{ subscriptionId: string }> };

/** Everything one can do with a membership. */
export default async function Membership({ params }: Props) {
  const { ctx, membership } = await membershipOf(params);
  const { id, creator, tier, amount, currency, interval, status, currentPeriodEnd, cancelled } = membership;
  const withdrawal = await readWithdrawal(ctx, id);
  const until = formatDate(new Date(currentPeriodEnd));
  return (
    <Sheet membership={membership} title={creator.name} up="library">
      {status === "past_due" && <Late membership={membership} />}
      <Card>
        <h2 dir="auto" className="display text-head">
          {tier.name}
        </h2>
        <p className="mt-1">
          <Money amount={amount} currency={currency} /> a {interval}
        </p>
        {membership.discount && (
          <p className="mt-1 text-small">
            {membership.discount.code}: {membership.discount.words}
          </p>
        )}
        {status === "active" && (
          <p className="mt-1 text-small text-soft">
            <NextWords membership={membership} />
          </p>
        )}
        {status === "ended" && <p className="mt-1 text-small text-soft">Ended. It was open until {until}.</p>}
      </Card>
      {status === "ended" ? <LinkButton href={`/c/${creator.handle}/join`}>Come back</LinkButton> : <Ways membership={membership} until={until} />}
      {withdrawal.right !== "none" && (
        <Section title="Withdraw from contract">
          {withdrawal.right === "withdrawn" ? (
            <p className="text-small text-soft">You withdrew. What you paid goes back to your card.</p>
          ) : (
            <>
              <p className="text-small text-soft">Within fourteen days of joining, buyers in the EU can withdraw and are paid back{cancelled ? ", also after cancelling" : ""}.</p>
              <LinkButton href={`/library/memberships/${id}/withdraw`} size="small" className="justify-self-start">
                Withdraw from contract
              </LinkButton>
            </>
          )}
        </Section>
      )}
    </Sheet>
  );
}

function Late({ membership: { id, overdue } }: { membership: SubscriptionView }) {
  return (
    <Notice tone="held" title={overdue?.why ?? "The last payment has not come through."} action={<LinkButton href={`/library/memberships/${id}/card`} variant="primary" size="small">Use another card</LinkButton>}>
      {overdue && <>It all stays open to you until {formatDate(new Date(overdue.accessEndsAt))}. If it is not paid by then, your membership ends and nothing more is asked for.{overdue.nextTryAt && overdue.nextTryAt < overdue.accessEndsAt && <> We try the card again on {formatDate(new Date(overdue.nextTryAt))}.</>}</>}
    </Notice>
  );
}

function Ways({ membership, until }: { membership: SubscriptionView; until: string }) {
  const { id, creator, change, pause, cancelled, status, interval, trialEndsAt } = membership;
  const settled = status === "active" && !cancelled && !trialEndsAt;
  return (
    <>
      {settled && !pause && (
        <Section title="Tier, amount and rhythm">
          {change ? <TakeBack subscriptionId={id} change={change} currency={membership.currency} /> : <LinkButton href={`/library/memberships/${id}/change`} size="small" className="justify-self-start">Change tier, amount or rhythm</LinkButton>}
        </Section>
      )}
      {status === "active" && (
        <Section title="Card">
          <LinkButton href={`/library/memberships/${id}/card`} size="small" className="justify-self-start">
            Use another card
          </LinkButton>
        </Section>
      )}
      {settled && interval === "month" && !change && (
        <Section title="Pause">
          <Resting subscriptionId={id} pause={pause} until={until} longest={longestPause} />
        </Section>
      )}
      <Section title="Leave">
        <Leave subscriptionId={id} name={creator.name} cancelled={cancelled} until={until} reasons={leavingChoices} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-line pt-5">
      <h2 className="display text-head">{title}</h2>
      {children}
    </section>
  );
}
