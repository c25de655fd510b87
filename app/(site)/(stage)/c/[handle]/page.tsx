import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { artOf, mediaUrl } from "@/app/_client/media";
import { pageContext } from "@/app/_server/page-context";
import { CreatorStage } from "@/app/_ui/creator/creator-stage";
import { Tabs } from "@/app/_ui/surfaces/tabs";
import { hasBundles } from "@/lib/commerce/bundles";
import { relationTo } from "@/lib/community/follows";
import { openingPosts } from "@/lib/content/posts";
import { listTiers } from "@/lib/content/tiers";
import { About } from "./_parts/about";
import { creatorNamed } from "./_parts/creator-named";
import { Giving, JoinFoot, StageActions, Standing } from "./_parts/standing";
import { StageTools } from "./_parts/stage-tools";
import { Stream } from "./_parts/stream";

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ tab?: string }> };
const postsAtFirst = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const creator = await creatorNamed((await params).handle);
  if (!creator) return {};
  const { name, tagline, handle, artMediaId } = creator;
  const images = artMediaId ? [{ url: mediaUrl(artMediaId, "w1280"), alt: `Art of ${name}` }] : [];
  return { title: name, description: tagline, alternates: { canonical: `/c/${handle}` }, openGraph: { type: "profile", title: name, description: tagline, url: `/c/${handle}`, images } };
}

/** Five statements, four for a visitor: session or bundles, page, tiers, relation, posts. */
export default async function CreatorPage({ params, searchParams }: Props) {
  const [{ handle }, { tab }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const creator = await creatorNamed(handle);
  if (!creator) notFound();
  const about = tab === "about";
  const [tiers, relation] = await Promise.all([listTiers(ctx.db, creator.id), relationTo(ctx, creator.id)]);
  const opening = about ? undefined : await openingPosts(ctx, creator.id, postsAtFirst, relation.standing);
  const bundles = relation.bundles ?? (relation.standing.kind === "stranger" && (await hasBundles(ctx, creator.id)));
  const here = `/c/${creator.handle}`;
  const scene = { creator, tiers, relation, signedIn: ctx.actor.kind === "user" };
  return (
    <CreatorStage
      name={creator.name}
      line={creator.tagline}
      art={creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null}
      accent={creator.accent}
      artName={`art-${creator.handle}`}
      facts={factsOf(creator)}
      tools={<StageTools {...scene} />}
      actions={<StageActions {...scene} />}
    >
      <Tabs label={creator.name} sticky bleed current={about ? `${here}?tab=about` : here} tabs={[{ href: here, label: "Posts" }, { href: `${here}?tab=about`, label: "About" }]} />
      <div className="grid gap-4 py-4.5 lg:gap-5 lg:py-6">
        <Standing {...scene} />
        <Giving {...scene} bundles={bundles} />
        {opening ? <Stream {...scene} opening={opening} /> : <About creator={creator} own={relation.standing.kind === "owner"} />}
      </div>
      <JoinFoot {...scene} />
    </CreatorStage>
  );
}

function factsOf({ city, memberCount, postCount }: { city: string; memberCount: number; postCount: number }): string[] {
  const count = (n: number, one: string) => (n === 0 ? [] : [`${n.toLocaleString("en-US")} ${one}${n === 1 ? "" : "s"}`]);
  return [...(city ? [city] : []), ...count(memberCount, "member"), ...count(postCount, "post")];
}
