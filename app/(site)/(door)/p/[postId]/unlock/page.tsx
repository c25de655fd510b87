import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { artOf } from "@/app/_client/media";
import { postViewOf } from "@/app/_client/post-view-of";
import { found } from "@/app/_server/found";
import { pageContext } from "@/app/_server/page-context";
import { rulesOf } from "@/app/_ui/fee-split";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { Notice } from "@/app/_ui/surfaces/notice";
import { bundlesWith } from "@/lib/commerce/bundles";
import { purchaseTexts, purchaseTextVersion } from "@/lib/commerce/orders";
import { termsOfSale } from "@/lib/commerce/purchases";
import { type Post, readPost } from "@/lib/content/posts";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { shortName } from "../../../../_parts/join-words";
import { BuyForm } from "../../../_parts/buy-form";
import { guessCountry } from "../../../_parts/guess-country";
import { PaidOnce } from "../../../_parts/paid-once";
import { Door } from "../../../c/[handle]/join/door";
import { Residence } from "../../../c/[handle]/join/residence";

export const metadata: Metadata = { title: "Unlock a post", robots: { index: false } };

type Props = { params: Promise<{ postId: string }>; searchParams: Promise<{ unpaid?: string }> };

/** One post, bought once. For everyone: who presses the button without an account makes one and comes back here. */
export default async function Unlock({ params, searchParams }: Props) {
  const [{ postId: text }, { unpaid }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const postId = id("post").safeParse(text);
  if (!postId.success) notFound();
  const post = await found(readPost(ctx, postId.data));
  const { creator, price } = post;
  const there = `/p/${post.id}`;
  if (!post.bought && (post.audience !== "paid" || !price)) redirect(there);
  const own = ctx.actor.kind === "user" && ctx.actor.creatorId === creator.id;
  const door = { name: "the post", href: there, accent: creator.accent, art: creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null, title: post.title || `A post by ${creator.name}` };
  if (own) return <Door {...door}><Notice title="This is your own post" action={<LinkButton href={`/studio/posts/${post.id}`} size="small">Edit</LinkButton>} /></Door>;
  if (!post.locked || !price) return <Door {...door}><Open post={post} /></Door>;
  const [{ schedule, splits }, bundles, head] = await Promise.all([termsOfSale(ctx.db, creator.id, ctx.now), bundlesWith(ctx, post.id), headers()]);
  return (
    <Door {...door}>
      <Inside post={post} />
      <NeedsScripts>Buying needs JavaScript. Turn it on in your browser, then load the page again.</NeedsScripts>
      <BuyForm thing={{ kind: "post", id: post.id }} amount={price.amount} here={`${there}/unlock`} label={`Unlock for ${formatMoney(price, { trim: true })}`} guest={ctx.actor.kind !== "user"} unpaid={unpaid === "1"}>
        <PaidOnce amount={price.amount} currency={price.currency} artist={shortName(creator.name)} shared={splits.length > 0} rules={rulesOf(schedule)} />
        <OtherWays post={post} bundles={bundles} />
        <Residence guess={guessCountry(head)} agree={{ version: purchaseTextVersion, text: purchaseTexts[purchaseTextVersion] }} />
      </BuyForm>
    </Door>
  );
}

function Open({ post }: { post: Post }) {
  return (
    <div className="grid gap-5">
      <p className="text-large text-soft">{post.bought ? "It is yours already." : "It is in your membership."}</p>
      <LinkButton href={`/p/${post.id}`} variant="primary" size="large">
        Open it
      </LinkButton>
    </div>
  );
}

/** As much as everyone may know of it. */
function Inside({ post }: { post: Post }) {
  const within = postViewOf(post, { signedIn: true }).lock?.within;
  return (
    <div className="grid gap-2">
      <p className="text-small text-soft">
        By <bdi className="font-semibold text-ink">{post.creator.name}</bdi>
        {within && `. ${within}`}
      </p>
      {post.teaser && (
        <p dir="auto" className="line-clamp-4 whitespace-pre-line text-pretty">
          {post.teaser}
        </p>
      )}
    </div>
  );
}

/** What else opens it: a membership that includes it, bundles it is in. */
function OtherWays({ post, bundles }: { post: Post; bundles: Awaited<ReturnType<typeof bundlesWith>> }) {
  const tier = post.locked?.tier;
  if (!tier && bundles.length === 0) return null;
  return (
    <section aria-labelledby="other-ways" className="mt-6">
      <h2 id="other-ways" className="mb-1.5 text-small font-semibold">
        Or have it with more
      </h2>
      <ul className="num text-small">
        {tier && (
          <li>
            <Link href={`/c/${post.creator.handle}/join?tier=${tier.id}`} className="link inline-block py-1">{`In ${tier.name}, ${formatMoney({ amount: tier.minAmount, currency: tier.currency }, { trim: true })} a month`}</Link>
          </li>
        )}
        {bundles.map((bundle) => (
          <li key={bundle.id}>
            <Link href={`/c/${bundle.creator.handle}/bundles/${bundle.id}`} className="link inline-block py-1">{`${bundle.title}: ${bundle.posts.length} posts for ${formatMoney({ amount: bundle.price, currency: bundle.currency }, { trim: true })}`}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
