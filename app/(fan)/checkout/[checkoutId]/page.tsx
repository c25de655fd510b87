import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { postViewOf } from "@/app/_client/post-view-of";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { accentStyle } from "@/app/_ui/accent";
import { formatDate } from "@/app/_ui/date-format";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PostCard } from "@/app/_ui/creator/post-card";
import { type CheckoutView, readCheckout } from "@/lib/commerce/checkout";
import { relationTo } from "@/lib/community/follows";
import { creatorByHandle } from "@/lib/content/creators";
import { postsOfCreator } from "@/lib/content/posts";
import type { Context } from "@/lib/platform/db";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { Confirming } from "./confirming";

export const metadata: Metadata = { title: "Your payment" };
type Props = { params: Promise<{ checkoutId: string }> };

/** Where the provider sends people back. What it says decides; this page only asks. */
export default async function Checkout({ params }: Props) {
  const ctx = await memberContext();
  const checkoutId = id("checkout").safeParse((await params).checkoutId);
  if (!checkoutId.success) notFound();
  const checkout = await found(readCheckout(ctx, checkoutId.data));
  return (
    <div className="mx-auto max-w-[620px] py-6 lg:py-12">
      {checkout.state === "completed" && <In ctx={ctx} checkout={checkout} />}
      {checkout.state === "open" && <Confirming checkoutId={checkout.id} url={checkout.url} name={checkout.creator.name} page={`/c/${checkout.creator.handle}`} />}
      {checkout.state === "expired" && <Expired checkout={checkout} />}
      {checkout.state === "returned" && <Returned checkout={checkout} />}
    </div>
  );
}

/** So much shows what was paid for; the rest is on the page. */
const opened = 3;

/** The first things to enjoy: what the membership has just opened, or else the newest. */
async function In({ ctx, checkout }: { ctx: Context; checkout: CheckoutView }) {
  const { creator, tierName, amount, dueNow, code, currency, interval, trialDays } = checkout;
  const page = await creatorByHandle(ctx.db, creator.handle);
  const [newest, relation] = page ? await Promise.all([postsOfCreator(ctx, page.id, { limit: 20 }), relationTo(ctx, page.id)]) : [];
  const open = newest?.data.filter(({ locked }) => !locked) ?? [];
  const behind = open.filter(({ audience }) => audience !== "public");
  const posts = (behind.length > 0 ? behind : open).slice(0, opened);
  return (
    <div style={accentStyle(page?.accent)}>
      <h1 className="poster text-poster lg:text-wall">You&rsquo;re in.</h1>
      <p className="mt-4 text-large text-soft">
        <bdi className="font-semibold text-ink">{tierName}</bdi>, {formatMoney({ amount, currency })} a {interval} to <bdi>{creator.name}</bdi>. {code && dueNow > 0 && <>With the code {code} you paid {formatMoney({ amount: dueNow, currency })} today. </>}{relation?.membership && !relation.membership.cancelled && <>The {trialDays > 0 ? "first" : "next"} payment is on {formatDate(relation.membership.currentPeriodEnd)}. </>}{dueNow === 0 ? `Nothing was charged today.${trialDays > 0 ? " We remind you three days before." : ""}` : "The receipt comes by mail."}
      </p>
      {posts.length > 0 && (
        <section aria-labelledby="first" className="mt-9">
          <h2 id="first" className="display mb-3.5 text-title">
            Open to you now
          </h2>
          <div className="grid gap-4">
            {posts.map((post, i) => (
              <PostCard key={post.id} post={postViewOf(post, { signedIn: true })} priority={i === 0} />
            ))}
          </div>
        </section>
      )}
      <div className="mt-7">
        <LinkButton href={`/c/${creator.handle}`} variant="primary" size="large">
          {`To ${creator.name}`}
        </LinkButton>
      </div>
    </div>
  );
}

function Expired({ checkout: { creator } }: { checkout: CheckoutView }) {
  return (
    <>
      <h1 className="poster text-name lg:text-poster">That payment was not made.</h1>
      <p className="mt-4 text-large text-soft">The payment page has closed and nothing was charged.</p>
      <div className="mt-7 flex flex-wrap gap-3">
        <LinkButton href={`/c/${creator.handle}/join`} variant="primary">
          Start again
        </LinkButton>
        <LinkButton href={`/c/${creator.handle}`}>{`To ${creator.name}`}</LinkButton>
      </div>
    </>
  );
}

function Returned({ checkout: { creator, dueNow: amount, currency } }: { checkout: CheckoutView }) {
  return (
    <>
      <h1 className="poster text-name lg:text-poster">You were in already.</h1>
      <p className="mt-4 text-large text-soft">
        You paid <bdi>{creator.name}</bdi> while a membership was running. The second payment, {formatMoney({ amount, currency })}, goes back to your card, usually within ten days.
      </p>
      <div className="mt-7">
        <LinkButton href="/library" variant="primary">
          Your memberships
        </LinkButton>
      </div>
    </>
  );
}
