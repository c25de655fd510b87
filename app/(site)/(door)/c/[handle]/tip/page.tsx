import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { artOf } from "@/app/_client/media";
import { pageContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { Notice } from "@/app/_ui/surfaces/notice";
import { leastTip } from "@/lib/commerce/orders";
import { creatorByHandle } from "@/lib/content/creators";
import { shortName } from "../../../../_parts/join-words";
import { Door } from "../join/door";
import { TipForm } from "./tip-form";

export const metadata: Metadata = { title: "Send a tip", robots: { index: false } };

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ unpaid?: string }> };

/** Money for a creator, paid once, with a few words. */
export default async function Tip({ params, searchParams }: Props) {
  const [{ handle }, { unpaid }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const creator = await creatorByHandle(ctx.db, handle.toLowerCase());
  if (!creator) notFound();
  const owner = ctx.actor.kind === "user" && ctx.actor.creatorId === creator.id;
  return (
    <Door name={creator.name} href={`/c/${creator.handle}`} accent={creator.accent} art={creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null} title={`A tip for ${creator.name}`}>
      {owner ? (
        <Notice title="This is your own page" action={<LinkButton href="/studio/money" size="small">Your money</LinkButton>} />
      ) : (
        <>
          <NeedsScripts>Tipping needs JavaScript. Turn it on in your browser, then load the page again.</NeedsScripts>
          <TipForm creatorId={creator.id} handle={creator.handle} artist={shortName(creator.name)} least={leastTip} guest={ctx.actor.kind !== "user"} unpaid={unpaid === "1"} />
        </>
      )}
    </Door>
  );
}
