import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import { type DisputeView, sayReason, sayStage } from "@/lib/commerce/disputes";
import { sayWho, toneOf } from "./say-dispute";

/** One dispute in a line or two: how much, whose, why, and what there is to do. */
export function DisputeRow({ dispute, now }: { dispute: DisputeView; now: Date }) {
  const { amount, currency, stage, held, canAdd } = dispute;
  return (
    <Card as="li" className="relative grid gap-x-6 gap-y-2 hover:border-outline sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Link href={`/studio/disputes/${dispute.id}`} className="rounded-s font-semibold after:absolute after:inset-0 after:rounded-l">
            <Money amount={amount} currency={currency} /> <span dir="auto">{sayWho(dispute)}</span>
          </Link>
          <Chip tone={toneOf[stage]}>{sayStage[stage]}</Chip>
        </p>
        <p className="mt-1 text-small text-soft">
          <DateTime date={dispute.openedAt} style="short" />: {sayReason(dispute.reason)}.
        </p>
      </div>
      {(held > 0 || canAdd) && (
        <p className="text-small sm:text-right">
          {held > 0 && (
            <span className="block">
              <Money amount={held} currency={currency} tone="held" /> <span className="text-soft">kept back</span>
            </span>
          )}
          {canAdd && (
            <span className="block font-semibold">
              Add to it, time is up <TimeAgo date={dispute.answerBy} now={now} />
            </span>
          )}
        </p>
      )}
    </Card>
  );
}
