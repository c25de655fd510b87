import type { Metadata } from "next";
import Link from "next/link";
import { rulesOf } from "@/app/_ui/fee-split";
import { trackOf } from "@/app/_client/post-view-of";
import { pageContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PriceSplitSlider } from "@/app/_ui/money/price-split-slider";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { feeScheduleAt, type FeeSchedule } from "@/lib/commerce/fees";
import { discoverCreators } from "@/lib/content/discovery";
import { freshSounds } from "@/lib/content/posts";
import { CreatorsWall } from "../_parts/creators-wall";
import { FreshSounds } from "../_parts/fresh-sounds";

export const metadata: Metadata = { alternates: { canonical: "/" }, openGraph: { title: "Pay the person who made it", url: "/" } };

/** Fills its rows at two, three and five columns, the first tile counting for more than one. */
const tiles = 9;

export default async function Home() {
  const ctx = await pageContext();
  const [{ data: creators }, sounds, fees] = await Promise.all([discoverCreators(ctx.db, { limit: tiles, sort: "members" }), freshSounds(ctx, tiles), feeScheduleAt(ctx.db, ctx.now)]);
  const tracks = sounds.slice(0, 3).flatMap((post) => trackOf(post) ?? []);
  return (
    <>
      <div className="mb-7 grid items-end gap-x-16 gap-y-8 pt-3 lg:mb-10 lg:grid-cols-[1fr_540px] lg:pt-6">
        <h1 className="poster text-[clamp(52px,15.5vw,72px)] leading-[0.86] lg:text-banner">Pay the person who made it.</h1>
        <Truth fees={fees} signedIn={ctx.actor.kind === "user"} />
      </div>
      {creators.length > 0 ? (
        <CreatorsWall creators={creators} sounds={sounds} big={creators.length === tiles} />
      ) : (
        <EmptyState title="The wall is bare" action={<LinkButton href="/sign-up?intent=creator">Be the first on it</LinkButton>}>
          Nobody has opened a page yet.
        </EmptyState>
      )}
      {tracks.length > 0 && <FreshSounds tracks={tracks} />}
      {creators.length === tiles && (
        <p className="mt-10">
          <Link href="/discover" className="link">
            All creators
          </Link>
        </p>
      )}
    </>
  );
}

/** What a price is made of, to the cent, and the two ways in. */
function Truth({ fees, signedIn }: { fees: FeeSchedule; signedIn: boolean }) {
  return (
    <section aria-label="What a price is made of" className="rounded-l border border-line bg-surface p-5">
      <PriceSplitSlider rules={rulesOf(fees)} />
      <div className="mt-5 grid grid-cols-2 gap-3">
        {signedIn ? (
          <>
            <LinkButton href="/feed" variant="primary">
              Your feed
            </LinkButton>
            <LinkButton href="/discover">Find someone</LinkButton>
          </>
        ) : (
          <>
            <LinkButton href="/sign-up" variant="primary">
              Join as a fan
            </LinkButton>
            <LinkButton href="/sign-up?intent=creator">I&rsquo;m a creator</LinkButton>
          </>
        )}
      </div>
    </section>
  );
}
