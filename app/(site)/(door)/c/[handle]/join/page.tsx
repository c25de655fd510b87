import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { artOf } from "@/app/_client/media";
import { pageContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Notice } from "@/app/_ui/surfaces/notice";
import { feeScheduleAt } from "@/lib/commerce/fees";
import { relationTo } from "@/lib/community/follows";
import { creatorByHandle } from "@/lib/content/creators";
import { listTiers } from "@/lib/content/tiers";
import { shortName, untilWords } from "../../../../_parts/join-words";
import { Door } from "./door";
import { JoinForm } from "./join-form";

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ tier?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Join ${(await params).handle}`, robots: { index: false } };
}

export default async function Join({ params, searchParams }: Props) {
  const [{ handle }, { tier: asked }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const creator = await creatorByHandle(ctx.db, handle.toLowerCase());
  if (!creator) notFound();
  const here = `/c/${creator.handle}`;
  if (ctx.actor.kind !== "user") redirect(`/sign-in?next=${encodeURIComponent(asked ? `${here}/join?tier=${encodeURIComponent(asked)}` : `${here}/join`)}`);
  const [tiers, relation, fees] = await Promise.all([listTiers(ctx.db, creator.id), relationTo(ctx, creator.id), feeScheduleAt(ctx.db, ctx.now)]);
  const { standing, membership } = relation;
  const door = { name: creator.name, href: here, accent: creator.accent, art: creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null };
  const to = <LinkButton href={here}>{`To ${creator.name}`}</LinkButton>;
  if (membership) {
    return (
      <Door {...door} title={`You are in ${membership.tierName}`}>
        <Notice tone="in" title={`${untilWords(membership)}.`} action={<LinkButton href="/library" size="small">Membership</LinkButton>}>
          Stay, leave or come back in your library.
        </Notice>
        <div className="mt-5 grid">{to}</div>
      </Door>
    );
  }
  return (
    <Door {...door} title={`Join ${creator.name}`}>
      {standing.kind === "owner" && <Notice title="This is your own page" action={<LinkButton href="/studio/tiers" size="small">Your tiers</LinkButton>} />}
      {standing.kind !== "owner" && tiers.length === 0 && (
        <EmptyState title="Nothing to join yet" action={to}>
          {`${creator.name} has set no tiers. What they put up for everyone is on their page.`}
        </EmptyState>
      )}
      {standing.kind !== "owner" && tiers.length > 0 && (
        <JoinForm
          artist={shortName(creator.name)}
          tiers={tiers.map(({ id, name, minAmount, currency, benefits }) => ({ id, name, minAmount, currency, hint: benefits.slice(0, 3).join(". ") }))}
          asked={asked}
          rules={{ platformBps: fees.platformBps, processingBps: fees.estimateProcessingBps, processingFixedMinor: fees.estimateProcessingFixed }}
          day={ctx.now.getUTCDate()}
        />
      )}
    </Door>
  );
}
