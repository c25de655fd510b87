import type { Metadata } from "next";
import { cache } from "react";
import { mediaUrl } from "@/app/_client/media";
import { ShareButton } from "@/app/_client/share-button";
import { found } from "@/app/_server/found";
import { pageContext } from "@/app/_server/page-context";
import { accentStyle } from "@/app/_ui/accent";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import { relationTo } from "@/lib/community/follows";
import { type Post, readPost } from "@/lib/content/posts";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { notFound } from "next/navigation";
import { CreatorLine } from "./_parts/creator-line";
import { TheThing } from "./_parts/the-thing";
import { LockedWords } from "./_parts/locked-words";
import { Prose } from "../../../_parts/prose";

type Props = { params: Promise<{ postId: string }> };

/** Asked by the head and by the page; read once. */
const postNamed = cache(async (text: string) => {
  const postId = id("post").safeParse(text);
  if (!postId.success) notFound();
  return found(readPost(await pageContext(), postId.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await postNamed((await params).postId);
  const { creator, media, locked, teaser } = post;
  const title = `${post.title || "A post"} by ${creator.name}`;
  const picture = (locked ? undefined : media.find(({ kind }) => kind === "picture")?.id) ?? creator.artMediaId;
  // A preview is made for strangers: what is not for everyone is described by its teaser and the creator's art alone.
  const shown = post.audience === "public" ? picture : creator.artMediaId;
  return {
    title,
    description: teaser,
    alternates: { canonical: `/p/${post.id}` },
    ...(post.status === "published" ? {} : { robots: { index: false } }),
    openGraph: { type: "article", title, description: teaser, url: `/p/${post.id}`, images: shown ? [{ url: mediaUrl(shown, "w1280") }] : [] },
  };
}

export default async function PostPage({ params }: Props) {
  const [post, ctx] = await Promise.all([postNamed((await params).postId), pageContext()]);
  const relation = await relationTo(ctx, post.creator.id);
  const signedIn = ctx.actor.kind === "user";
  return (
    <article style={accentStyle(post.creator.accent)} className="mx-auto grid max-w-[1040px] gap-6 lg:gap-8">
      <TheThing post={post} />
      <div className="mx-auto grid w-full max-w-[680px] gap-5">
        <header>
          <div className="flex items-center gap-x-3 text-small text-soft">
            {post.publishedAt && post.status === "published" ? <TimeAgo date={post.publishedAt} className="first-letter:uppercase" /> : <span>{post.bought ? "Taken back since; yours all the same" : "Not published; only you see this"}</span>}
            {sayAudience(post) && <span>{sayAudience(post)}</span>}
            <span className="-mr-2.5 ml-auto">
              <ShareButton title={post.title || post.creator.name} />
            </span>
          </div>
          {post.title && (
            <h1 dir="auto" className="poster mt-1 text-name wrap-anywhere lg:text-poster">
              {post.title}
            </h1>
          )}
          {!post.title && <h1 className="sr-only">{`A post by ${post.creator.name}`}</h1>}
        </header>
        {post.locked ? <LockedWords post={post} signedIn={signedIn} /> : post.body && <Prose text={post.body} />}
        <CreatorLine post={post} relation={relation} signedIn={signedIn} />
      </div>
    </article>
  );
}

function sayAudience({ audience, bought, price }: Post): string | undefined {
  if (bought) return "Yours";
  if (audience === "paid" && price) return formatMoney(price, { trim: true });
  return { public: undefined, followers: "For followers", tier: "For members", paid: "For those who buy it" }[audience];
}
