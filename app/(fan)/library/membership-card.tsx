import Link from "next/link";
import { artOf, mediaUrl } from "@/app/_client/media";
import { accentStyle } from "@/app/_ui/accent";
import { formatDate } from "@/app/_ui/date-format";
import { Money } from "@/app/_ui/money/money";
import { Art } from "@/app/_ui/surfaces/art";
import { Avatar } from "@/app/_ui/surfaces/avatar";
import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import type { SubscriptionView } from "@/lib/commerce/subscriptions";
import { leavingChoices } from "./leaving-choices";
import { Leave } from "./leave";
import { NextWords } from "./next-words";

/** One membership: whose, what it costs, when again, and the way out. */
export function MembershipCard({ membership }: { membership: SubscriptionView }) {
  const { id, creator, tier, amount, currency, interval, currentPeriodEnd, cancelled, status } = membership;
  return (
    <li style={accentStyle(creator.accent)} className="grid min-w-0 grid-cols-[96px_minmax(0,1fr)] gap-4 rounded-l border border-line bg-surface p-3.5">
      <Link href={`/c/${creator.handle}`} tabIndex={-1} aria-hidden="true" className="block">
        {creator.artMediaId ? <Art art={artOf(creator.artMediaId, creator.accent)} alt="" sizes="96px" className="h-30 w-24 rounded-m" /> : <Avatar name={creator.name} size={96} />}
      </Link>
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-3">
          <h3 className="display min-w-0 text-head wrap-anywhere">
            <Link href={`/c/${creator.handle}`} className="rounded-s hover:underline hover:underline-offset-4">
              <bdi>{creator.name}</bdi>
            </Link>
          </h3>
          {status === "past_due" ? <Chip tone="held">Payment late</Chip> : membership.trialEndsAt ? <Chip>Trial</Chip> : membership.pause && <Chip>Resting</Chip>}
        </div>
        <p className="mt-0.5">
          <bdi>{tier.name}</bdi>, <Money amount={amount} currency={currency} /> a {interval}
        </p>
        <p className="mt-1 text-small text-soft">
          <NextWords membership={membership} />
        </p>
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small">
          {status === "past_due" && (
            <Link href={`/library/memberships/${id}/card`} className="link rounded-s font-semibold">
              Use another card
            </Link>
          )}
          <Link href={`/library/memberships/${id}`} className="link rounded-s">
            {cancelled || status === "past_due" ? "See it" : "Change or pause"}
            <span className="sr-only">, {creator.name}</span>
          </Link>
        </p>
        <Leave subscriptionId={id} name={creator.name} cancelled={cancelled} until={formatDate(new Date(currentPeriodEnd))} reasons={leavingChoices} />
      </div>
    </li>
  );
}

export function EndedRow({ membership: { creator, tier, currentPeriodEnd } }: { membership: SubscriptionView }) {
  return (
    <li className="flex items-center gap-3 border-t border-line py-3">
      <Avatar name={creator.name} src={creator.artMediaId && mediaUrl(creator.artMediaId, "w320")} />
      <span className="min-w-0 flex-1">
        <Link href={`/c/${creator.handle}`} className="rounded-s font-semibold hover:underline hover:underline-offset-4">
          <bdi>{creator.name}</bdi>
        </Link>
        <span className="block text-small text-soft">
          <bdi>{tier.name}</bdi>, until <DateTime date={currentPeriodEnd} />
        </span>
      </span>
      <Link href={`/c/${creator.handle}/join`} className="link rounded-s text-small">
        Come back
      </Link>
    </li>
  );
}
