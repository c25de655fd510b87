import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { LineChart } from "@/app/_ui/charts/line-chart";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { formatDate } from "@/app/_ui/date-format";
import type { FeeRules } from "@/app/_ui/fee-split";
import { OwnPrice } from "@/app/_ui/money/own-price";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip } from "@/app/_ui/surfaces/chip";
import { feeRules, percent } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { type ComingFees, nextFees } from "@/lib/commerce/fees";
import { type Earnings, readEarnings, salesOfCreator } from "@/lib/commerce/purchases";
import { readWaiting } from "@/lib/commerce/waiting";
import { ownPosts } from "@/lib/content/posts";
import { listTiers } from "@/lib/content/tiers";
import { formatMoney } from "@/lib/platform/money/format";
import { LatestSales } from "./_home/latest-sales";
import { NeedsYou } from "./_home/needs-you";

export const metadata: Metadata = { title: "Studio" };

export default async function StudioHome() {
  const { ctx, creator } = await studioContext();
  const [earnings, sales, posts, tiers, rules, waiting, coming] = await Promise.all([readEarnings(ctx, creator.id), salesOfCreator(ctx.db, creator.id, { limit: 5 }), ownPosts(ctx, creator.id, { limit: 20 }), listTiers(ctx.db, creator.id), feeRules(ctx, creator.id), readWaiting(ctx, creator.id), nextFees(ctx.db, ctx.now)]);
  return (
    <>
      <header className="mb-7 flex flex-wrap items-end justify-between gap-x-6 gap-y-5">
        <div>
          <h1 className="sr-only">Studio</h1>
          <p className="text-soft">Balance</p>
          <p className="poster num mt-1 text-poster">{formatMoney({ amount: earnings.balance, currency: earnings.currency })}</p>
          <p className="num mt-2 text-small text-soft">
            {sayMembers(earnings)}{" "}
            <Link href="/studio/payouts" className="link">
              When it comes to you
            </Link>
          </p>
        </div>
        <LinkButton href="/studio/posts/new" variant="primary" size="large">
          <Plus aria-hidden="true" />
          New post
        </LinkButton>
      </header>
      <div className="grid gap-5.5 lg:grid-cols-[minmax(0,1fr)_330px]">
        <ThirtyDays earnings={earnings} />
        <WhereItGoes rules={rules} coming={coming} />
        <LatestSales sales={sales.data} now={ctx.now} />
        <NeedsYou ctx={ctx} creator={creator} posts={posts.data} tiers={tiers.length} waiting={waiting} balance={{ amount: earnings.balance, currency: earnings.currency }} />
      </div>
    </>
  );
}

function sayMembers({ members, balance }: Earnings): string {
  if (members === 0) return balance === 0 ? "It begins with the first person who joins." : "Nobody is in at the moment.";
  return members === 1 ? "One person is in." : `${members.toLocaleString("en-US")} people are in.`;
}

function ThirtyDays({ earnings: { days, lastThirtyDays, currency } }: { earnings: Earnings }) {
  const points = days.map(({ day, net }) => ({ label: formatDate(new Date(`${day}T00:00:00Z`), "short"), value: net }));
  const dollars = (cents: number) => formatMoney({ amount: Math.round(cents), currency }, { trim: true });
  return (
    <Card as="section" aria-labelledby="thirty-days" className="lg:p-5.5">
      <div className="mb-6 flex items-center justify-between gap-4">
        <h2 id="thirty-days" className="font-semibold">
          Last 30 days
        </h2>
        <Chip>{formatMoney({ amount: lastThirtyDays.net, currency })} yours</Chip>
      </div>
      <LineChart title="What was yours, day by day" valueLabel="Yours" points={points} format={dollars} height={190} empty="No payment in these thirty days. The first one begins the line." />
    </Card>
  );
}

function WhereItGoes({ rules, coming }: { rules: FeeRules; /** Fees that are agreed to and have not begun. */ coming: ComingFees | null }) {
  return (
    <Card as="section" aria-labelledby="where-it-goes" className="lg:p-5.5">
      <h2 id="where-it-goes" className="mb-4 font-semibold">
        Where $10.00 goes
      </h2>
      <OwnPrice amount={1_000} rules={rules} layout="list" platformLabel={`DirectFanz, ${percent(rules.platformBps)}`} />
      {coming && (
        <p className="mt-4 border-t border-line pt-3 text-small">
          From {formatDate(coming.effectiveFrom)} on we take {percent(coming.platformBps)}. {coming.note} What is paid before keeps today&rsquo;s fee.
        </p>
      )}
      <p className="mt-4 text-small text-soft">
        You see it before every price you set.{" "}
        <Link href="/studio/money" className="link">
          Every sale, to the cent
        </Link>
      </p>
    </Card>
  );
}
