import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { artOf } from "@/app/_client/media";
import { pageContext } from "@/app/_server/page-context";
import { rulesOf } from "@/app/_ui/fee-split";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { Notice } from "@/app/_ui/surfaces/notice";
import { readSheet } from "@/lib/commerce/checkout";
import { relationTo } from "@/lib/community/follows";
import { creatorByHandle } from "@/lib/content/creators";
import { listTiers } from "@/lib/content/tiers";
import { priceAmount } from "@/lib/platform/money";
import { shortName } from "../../../../_parts/join-words";
import { guessCountry } from "../../../_parts/guess-country";
import { Door } from "./door";
import { Inside } from "./inside";
import { JoinForm } from "./join-form";
import { Residence } from "./residence";

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ tier?: string; amount?: string; every?: string; unpaid?: string; code?: string | string[] }> };

/** Asked by the head and by the page; read once. */
const creatorNamed = cache(async (handle: string) => creatorByHandle((await pageContext()).db, handle.toLowerCase()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const creator = await creatorNamed((await params).handle);
  if (!creator) notFound();
  return { title: `Join ${creator.name}`, robots: { index: false } };
}

/** For everyone: who presses the button without an account makes one and comes back here. */
export default async function Join({ params, searchParams }: Props) {
  const [{ handle }, { tier: askedTier, amount, every, unpaid, code }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const creator = await creatorNamed(handle);
  if (!creator) notFound();
  const here = `/c/${creator.handle}`;
  const [tiers, relation, sheet, head] = await Promise.all([listTiers(ctx.db, creator.id), relationTo(ctx, creator.id), readSheet(ctx, { creatorId: creator.id, said: (Array.isArray(code) ? code[0] : code) ?? "" }), headers()]);
  const { fees } = sheet;
  const { standing, membership } = relation;
  const door = { name: creator.name, href: here, accent: creator.accent, art: creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null };
  const to = <LinkButton href={here}>{`To ${creator.name}`}</LinkButton>;
  if (membership) {
    const others = tiers.filter(({ name }) => name !== membership.tierName);
    const wanted = others.find(({ id }) => id === askedTier);
    const other = wanted ?? others[0];
    return (
      <Door {...door} title={`You are in ${membership.tierName}`}>
        <Inside membership={membership} other={other && { id: other.id, name: other.name, asked: wanted !== undefined }} />
        <div className="mt-6 grid">{to}</div>
      </Door>
    );
  }
  const asked = { tier: askedTier, amount: priceAmount.safeParse(Number(amount)).data, every: every === "year" ? ("year" as const) : ("month" as const) };
  return (
    <Door {...door} title={`Join ${creator.name}`}>
      {standing.kind === "owner" && <Notice title="This is your own page" action={<LinkButton href="/studio/tiers" size="small">Your tiers</LinkButton>} />}
      {standing.kind !== "owner" && tiers.length === 0 && (
        <EmptyState title="Nothing to join yet" action={to}>
          {`${creator.name} has set no tiers. What they put up for everyone is on their page.`}
        </EmptyState>
      )}
      {standing.kind !== "owner" && tiers.length > 0 && (
        <>
          <NeedsScripts>Joining needs JavaScript. Turn it on in your browser, then load the page again.</NeedsScripts>
          <JoinForm
            artist={shortName(creator.name)}
            shared={sheet.shared}
            creatorId={creator.id}
            handle={creator.handle}
            tiers={tiers.map(({ id, name, minAmount, currency, benefits, annualAmount, trialDays }) => ({ id, name, minAmount, currency, benefits, annualAmount, trialDays }))}
            asked={asked}
            askedCode={sheet.code}
            mayTry={sheet.mayTry}
            guest={ctx.actor.kind !== "user"}
            unpaid={unpaid === "1"}
            rules={rulesOf(fees)}
            today={ctx.now.toISOString()}
          >
            <Residence guess={guessCountry(head)} />
          </JoinForm>
        </>
      )}
    </Door>
  );
}
