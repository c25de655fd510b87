import { AudioLines, Check, Image, TextAlignStart } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { artOf } from "@/app/_client/media";
import { found } from "@/app/_server/found";
import { pageContext } from "@/app/_server/page-context";
import { rulesOf } from "@/app/_ui/fee-split";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { Notice } from "@/app/_ui/surfaces/notice";
import { type BundleView, readBundle } from "@/lib/commerce/bundles";
import { purchaseTexts, purchaseTextVersion } from "@/lib/commerce/orders";
import { termsOfSale } from "@/lib/commerce/purchases";
import { creatorByHandle } from "@/lib/content/creators";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { shortName } from "../../../../../_parts/join-words";
import { BuyForm } from "../../../../_parts/buy-form";
import { guessCountry } from "../../../../_parts/guess-country";
import { PaidOnce } from "../../../../_parts/paid-once";
import { Door } from "../../join/door";
import { Residence } from "../../join/residence";

type Props = { params: Promise<{ handle: string; bundleId: string }>; searchParams: Promise<{ unpaid?: string }> };

/** Asked by the head and by the page; read once. */
const bundleNamed = cache(async (text: string) => {
  const bundleId = id("bundle").safeParse(text);
  if (!bundleId.success) notFound();
  return found(readBundle(await pageContext(), bundleId.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, creator, words, archived } = await bundleNamed((await params).bundleId);
  return { title: `${title} by ${creator.name}`, description: words, ...(archived ? { robots: { index: false } } : {}) };
}

/** Posts of one creator, bought together. For everyone: who presses the button without an account makes one and comes back here. */
export default async function Bundle({ params, searchParams }: Props) {
  const [{ handle, bundleId }, { unpaid }, ctx] = await Promise.all([params, searchParams, pageContext()]);
  const bundle = await bundleNamed(bundleId);
  const creator = await creatorByHandle(ctx.db, handle.toLowerCase());
  if (creator?.id !== bundle.creator.id) notFound();
  const page = `/c/${creator.handle}`;
  const own = ctx.actor.kind === "user" && ctx.actor.creatorId === creator.id;
  const mine = bundle.posts.filter(({ yours }) => yours).length;
  const whole = mine > 0 && mine === bundle.posts.length;
  const [{ schedule, splits }, head] = await Promise.all([termsOfSale(ctx.db, creator.id, ctx.now), headers()]);
  const price = formatMoney({ amount: bundle.price, currency: bundle.currency }, { trim: true });
  return (
    <Door name={creator.name} href={page} accent={creator.accent} art={creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null} title={bundle.title}>
      <p className="text-small text-soft">
        {`${bundle.posts.length} posts by `}
        <bdi className="font-semibold text-ink">{creator.name}</bdi>
      </p>
      {bundle.words && (
        <p dir="auto" className="mt-3 whitespace-pre-line text-pretty">
          {bundle.words}
        </p>
      )}
      <Contents bundle={bundle} />
      {own && <Notice title="This is your own bundle" action={<LinkButton href="/studio/bundles" size="small">Your bundles</LinkButton>} />}
      {!own && whole && <Notice tone="in" title="All of it is yours already" action={<LinkButton href="/library/purchases" size="small">Open your library</LinkButton>} />}
      {!own && !whole && !bundle.forSale && (
        <Notice title="This bundle is not for sale" action={<LinkButton href={page} size="small">{`To ${creator.name}`}</LinkButton>}>
          {bundle.posts.length > 0 && !bundle.archived ? "Its posts are sold apart at the moment." : undefined}
        </Notice>
      )}
      {!own && !whole && bundle.forSale && (
        <>
          {mine > 0 && <Notice tone="held" title={mine === 1 ? "One of these posts is yours already" : `${mine} of these posts are yours already`}>{advice(bundle)}</Notice>}
          <NeedsScripts>Buying needs JavaScript. Turn it on in your browser, then load the page again.</NeedsScripts>
          <BuyForm thing={{ kind: "bundle", id: bundle.id }} amount={bundle.price} here={`${page}/bundles/${bundle.id}`} label={`Buy all ${bundle.posts.length} for ${price}`} guest={ctx.actor.kind !== "user"} unpaid={unpaid === "1"}>
            <PaidOnce amount={bundle.price} currency={bundle.currency} artist={shortName(creator.name)} shared={splits.length > 0} rules={rulesOf(schedule)} />
            <Residence guess={guessCountry(head)} agree={{ version: purchaseTextVersion, text: purchaseTexts[purchaseTextVersion] }} />
          </BuyForm>
        </>
      )}
    </Door>
  );
}

/** What the rest costs apart, for who has some of it: the bundle's price stays the same. */
function advice({ posts, price, currency }: BundleView): string {
  const others = posts.filter(({ yours }) => !yours);
  const rest = others.reduce((sum, post) => sum + post.price, 0);
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  const cost = others.length === 1 ? `The other one costs ${say(rest)}` : `The others cost ${say(rest)} apart`;
  return rest < price ? `${cost}, which is less than the bundle.` : `${cost}; the bundle is ${say(price)} all the same.`;
}

const icons = { audio: AudioLines, picture: Image, text: TextAlignStart };
const names = { audio: "A song", picture: "A picture", text: "A text" };

/** What is inside, what each costs apart, and the two sums. */
function Contents({ bundle: { posts, apart, price, currency } }: { bundle: BundleView }) {
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  return (
    <div className="my-5">
      <ul aria-label="What is inside" className="num border-t border-line">
        {posts.map((post) => {
          const Icon = icons[post.kind];
          return (
            <li key={post.id} className="flex items-center gap-3 border-b border-line py-2.5">
              <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" />
              <Link href={`/p/${post.id}`} className="min-w-0 flex-1 py-0.5 wrap-anywhere hover:underline hover:underline-offset-4">
                <bdi>{post.title || names[post.kind]}</bdi>
              </Link>
              {post.yours ? (
                <span className="flex items-center gap-1.5 text-small text-in">
                  <Check aria-hidden="true" className="size-4" />
                  Yours
                </span>
              ) : (
                <span className="text-soft">{say(post.price)}</span>
              )}
            </li>
          );
        })}
      </ul>
      {posts.length > 0 && <p className="num mt-3 text-large font-semibold">{apart > price ? `${say(apart)} apart, ${say(price)} together` : `${say(price)} together`}</p>}
    </div>
  );
}
