import Link from "next/link";
import { percent } from "@/app/(studio)/_parts/fee-rules";
import { formatDate } from "@/app/_ui/date-format";
import { Avatar } from "@/app/_ui/surfaces/avatar";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip, type ChipTone } from "@/app/_ui/surfaces/chip";
import type { SplitView } from "@/lib/commerce/splits";
import { formatMoney } from "@/lib/platform/money/format";
import { Answer, End } from "./split-actions";

const tones: Record<SplitView["state"], ChipTone> = { proposed: "held", "starts later": "plain", running: "in", declined: "plain", "taken back": "plain", ended: "plain" };
const day = (moment: string) => formatDate(new Date(moment));

/** One split: with whom, which part, since when, and what it has brought. */
export function SplitCard({ split }: { split: SplitView }) {
  const { id, side, state, other, shareBps, sales, brought, currency } = split;
  const open = state === "running" || state === "starts later";
  return (
    <Card as="li" className="grid gap-x-10 gap-y-4 md:grid-cols-[1fr_auto]">
      <div className="flex min-w-0 gap-3.5">
        <Avatar name={other.name} size={44} />
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
            <Link href={`/c/${other.handle}`} className="link wrap-anywhere">
              <bdi>{other.name}</bdi>
            </Link>
            <Chip tone={tones[state]}>{sayState(split)}</Chip>
          </h3>
          <p>{side === "given" ? `${percent(shareBps)} of what your page earns` : `${percent(shareBps)} of what theirs earns, to you`}</p>
          <p className="text-small text-soft">{sayWhen(split)}</p>
        </div>
      </div>
      {split.acceptedAt && (
        <dl className="num grid grid-cols-2 content-start gap-x-8 md:text-right">
          <dt className="order-1 text-small text-soft">Payments</dt>
          <dd className="order-3 font-semibold">{sales.toLocaleString("en-US")}</dd>
          <dt className="order-2 text-small text-soft">{side === "given" ? "To them" : "To you"}</dt>
          <dd className={`order-4 font-semibold ${side === "taken" ? "text-in" : ""}`}>{formatMoney({ amount: brought, currency })}</dd>
        </dl>
      )}
      {state === "proposed" && side === "taken" && <Answer splitId={id} name={other.name} part={percent(shareBps)} />}
      {state === "proposed" && side === "given" && <End splitId={id} words={{ ask: "Take the offer back…", title: `Take back the offer to ${other.name}?`, text: "Nothing has been shared.", keep: "Let it stand", yes: "Take it back", done: "Taken back." }} />}
      {open && <End splitId={id} words={{ ask: "End…", title: `End the split with ${other.name}?`, text: "What is sold from now on is not shared. What was sold before stays shared. Both of you get a mail.", keep: "Go on", yes: "End it", done: "Ended. From now on nothing is shared." }} />}
    </Card>
  );
}

function sayState({ state, side }: SplitView): string {
  if (state === "proposed") return side === "given" ? "Waits for their answer" : "Waits for your answer";
  return state.slice(0, 1).toUpperCase() + state.slice(1);
}

function sayWhen({ state, proposedAt, acceptedAt, startsAt, endedAt }: SplitView): string {
  if (state === "proposed") return `Offered on ${day(proposedAt)}${startsAt ? `, from ${day(startsAt)} on` : ""}`;
  if (endedAt) return acceptedAt ? `From ${day(startsAt && startsAt > acceptedAt ? startsAt : acceptedAt)} to ${day(endedAt)}` : `Offered on ${day(proposedAt)}, over on ${day(endedAt)}`;
  return `Since ${day(startsAt && acceptedAt && startsAt > acceptedAt ? startsAt : (acceptedAt ?? proposedAt))}`.replace("Since", state === "starts later" ? "From" : "Since");
}
