import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { artOf } from "@/app/_client/media";
import { pageContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { creatorByHandle } from "@/lib/content/creators";
import { listTiers } from "@/lib/content/tiers";
import { Door } from "../join/door";
import { GiftForm } from "./gift-form";

export const metadata: Metadata = { title: "Give a membership", robots: { index: false } };

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ unpaid?: string }> };

/** A membership for somebody else. */
export default async function Gift({ params, searchParams }: Props) {
  const [{ handle }, { unpaid }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const creator = await creatorByHandle(ctx.db, handle.toLowerCase());
  if (!creator) notFound();
  const tiers = await listTiers(ctx.db, creator.id);
  return (
    <Door name={creator.name} href={`/c/${creator.handle}`} accent={creator.accent} art={creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null} title={`A membership of ${creator.name}, to give`}>
      {tiers.length === 0 ? (
        <EmptyState title="Nothing to give yet" action={<LinkButton href={`/c/${creator.handle}`}>{`To ${creator.name}`}</LinkButton>}>
          {`${creator.name} has set no tiers.`}
        </EmptyState>
      ) : (
        <>
          <NeedsScripts>Giving needs JavaScript. Turn it on in your browser, then load the page again.</NeedsScripts>
          <GiftForm handle={creator.handle} tiers={tiers.map(({ id, name, minAmount, currency }) => ({ id, name, minAmount, currency }))} guest={ctx.actor.kind !== "user"} unpaid={unpaid === "1"} />
        </>
      )}
    </Door>
  );
}
