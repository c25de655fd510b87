import type { Metadata } from "next";
import { Fragment } from "react";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Money } from "@/app/_ui/money/money";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { mySubscriptions, type SubscriptionView } from "@/lib/commerce/subscriptions";
import { listFollowing } from "@/lib/community/follows";
import { boughtPosts } from "@/lib/content/posts";
import { BoughtRow } from "./purchases/bought-row";
import { CreatorsWall } from "../../(site)/_parts/creators-wall";
import { EndedRow, MembershipCard } from "./membership-card";

export const metadata: Metadata = { title: "Library" };
const atMost = 100;
const boughtAtFirst = 5;

export default async function Library() {
  const ctx = await memberContext();
  const [{ data: memberships }, following, { data: bought, nextCursor }] = await Promise.all([mySubscriptions(ctx, { limit: atMost }), listFollowing(ctx, atMost), boughtPosts(ctx, { limit: boughtAtFirst })]);
  const living = memberships.filter(({ status }) => status !== "ended");
  const ended = memberships.filter(({ status }) => status === "ended");
  return (
    <>
      <PageHead title="Library" lead={living.length > 0 ? <Sum memberships={living} /> : undefined} actions={<><LinkButton href="/library/purchases">Bought</LinkButton><LinkButton href="/library/payments">Payments</LinkButton></>} />
      <section aria-labelledby="memberships">
        <h2 id="memberships" className="display mb-4 text-title">
          Memberships
        </h2>
        {living.length > 0 ? (
          <ul className="grid gap-4 lg:grid-cols-2">
            {living.map((one) => (
              <MembershipCard key={one.id} membership={one} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No memberships yet" action={<LinkButton href="/discover" variant="primary">Find someone</LinkButton>}>
            Join someone, and what you pay and when stands here. Cancel anytime.
          </EmptyState>
        )}
      </section>
      {bought.length > 0 && (
        <section aria-labelledby="bought" className="mt-12">
          <h2 id="bought" className="display mb-3 text-title">
            Bought
          </h2>
          <ul className="max-w-[760px] border-b border-line">
            {bought.map((post) => (
              <BoughtRow key={post.id} post={post} />
            ))}
          </ul>
          {nextCursor && (
            <p className="mt-4">
              <LinkButton href="/library/purchases">All you bought</LinkButton>
            </p>
          )}
        </section>
      )}
      {/* Members get all that followers get: who pays somebody is not told that they follow nobody. */}
      {(following.length > 0 || living.length === 0) && <Following creators={following} />}
      {ended.length > 0 && (
        <section aria-labelledby="ended" className="mt-12">
          <h2 id="ended" className="display mb-2 text-title">
            Past memberships
          </h2>
          <ul>
            {ended.map((one) => (
              <EndedRow key={one.id} membership={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Following({ creators }: { creators: Parameters<typeof CreatorsWall>[0]["creators"] }) {
  return (
    <section aria-labelledby="following" className="mt-12">
      <h2 id="following" className="display mb-4 text-title">
        Following
      </h2>
      {creators.length > 0 ? (
        <CreatorsWall creators={creators} />
      ) : (
        <EmptyState title="Nobody yet" action={<LinkButton href="/discover">Discover creators</LinkButton>}>
          Following costs nothing, and some posts are only for those who do.
        </EmptyState>
      )}
    </section>
  );
}

/** What it comes to each month and each year, in one line; what is cancelled or rests is not asked for. */
function Sum({ memberships }: { memberships: SubscriptionView[] }) {
  const renewing = memberships.filter(({ cancelled, pause }) => !cancelled && !pause);
  const [first] = renewing;
  if (!first) return <>Nothing renews.</>;
  const of = (interval: SubscriptionView["interval"]) => renewing.filter((one) => one.interval === interval).reduce((sum, one) => sum + (one.discount?.nextAmount ?? one.amount), 0);
  const sums = (["month", "year"] as const).map((interval) => ({ interval, amount: of(interval) })).filter(({ amount }) => amount > 0);
  return (
    <>
      {sums.map(({ interval, amount }, i) => (
        <Fragment key={interval}>
          {i > 0 && " and "}
          <Money amount={amount} currency={first.currency} className="font-semibold text-ink" /> a {interval}
        </Fragment>
      ))}
      , to {renewing.length === 1 ? "one person" : `${renewing.length} people`}.
    </>
  );
}
