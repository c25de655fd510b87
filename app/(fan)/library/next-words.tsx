import { DateTime } from "@/app/_ui/time/date-time";
import type { SubscriptionView } from "@/lib/commerce/subscriptions";
import { formatMoney } from "@/lib/platform/money/format";

/** What happens next with a membership, and when. */
export function NextWords({ membership: { status, overdue, pause, change, trialEndsAt, cancelled, currentPeriodEnd, currency, discount } }: { membership: SubscriptionView }) {
  if (status === "past_due") {
    if (!overdue) return <>The last payment has not come through.</>;
    const again = overdue.nextTryAt && overdue.nextTryAt < overdue.accessEndsAt ? overdue.nextTryAt : null;
    return (
      <>
        {overdue.why} Open to you until <DateTime date={overdue.accessEndsAt} />. {again && <>We try again on <DateTime date={again} />.</>}
      </>
    );
  }
  if (cancelled) return null;
  if (pause) return <>Rests from <DateTime date={pause.startsAt} />, goes on on <DateTime date={pause.resumesAt} /></>;
  if (trialEndsAt) return <>Free until <DateTime date={trialEndsAt} />, then the first payment</>;
  if (change) return <>From <DateTime date={change.takesEffectAt} /> on: {change.tierName}, {formatMoney({ amount: change.amount, currency })} a {change.interval}</>;
  return <>Renews on <DateTime date={currentPeriodEnd} />{discount && <> for {formatMoney({ amount: discount.nextAmount, currency })} with {discount.code}</>}</>;
}
