import { Heart, Images, MessageCircle, Pin } from "lucide-react";
import Link from "next/link";
import { TrackRow } from "../audio/track-row";
import { accentStyle } from "../accent";
import { cx } from "../cx";
import { Art } from "../surfaces/art";
import { Avatar } from "../surfaces/avatar";
import { TimeAgo } from "../time/time-ago";
import { LockedArt } from "./locked-art";
import type { PostView } from "./post-view";

type Props = { post: PostView; /** The first on the screen: its picture is fetched at once. */ priority?: boolean };

export function PostCard({ post, priority = false }: Props) {
  const { href, title, body, picture, pictures = 0, track, sleeve, lock } = post;
  return (
    <article style={post.author ? accentStyle(post.accent) : undefined} className="rounded-l border border-line bg-surface p-4 sm:p-5">
      <PostLine post={post} />
      {title && (
        <h2 dir="auto" className="display mt-2.5 text-head">
          <Link href={href} className="rounded-s hover:underline hover:decoration-2 hover:underline-offset-4">
            {title}
          </Link>
        </h2>
      )}
      {body && !track && <Words body={body} clamp={lock ? 2 : 6} />}
      {lock ? (
        <LockedArt lock={lock} picture={picture} />
      ) : (
        <>
          {picture && !track && (
            <Link href={href} className="relative mt-3 block rounded-m" aria-label={title ? `Open ${title}` : "Open the post"}>
              <Art art={picture} alt={picture.alt ?? ""} sizes="(width < 768px) 92vw, 640px" priority={priority} className="max-h-[560px] w-full rounded-m" />
              {pictures > 1 && (
                <span className="num absolute right-3 bottom-3 flex items-center gap-1.5 rounded-full bg-scrim px-2.5 py-1 text-tiny font-medium text-on-shade">
                  <Images aria-hidden="true" className="size-4" />
                  {pictures}
                  <span className="sr-only">pictures</span>
                </span>
              )}
            </Link>
          )}
          {track && (
            <div className="mt-3 flex items-center gap-3.5">
              {sleeve && (
                // eslint-disable-next-line @next/next/no-img-element -- a small picture of known size
                <img src={sleeve} alt="" width={80} height={80} loading={priority ? "eager" : "lazy"} decoding="async" className="size-18 shrink-0 rounded-s bg-raised object-cover sm:size-20" />
              )}
              <div className="min-w-0 flex-1">
                <TrackRow track={track} />
              </div>
            </div>
          )}
        </>
      )}
      {body && track && <Words body={body} clamp={lock ? 2 : 4} />}
      <Counts post={post} />
    </article>
  );
}

function PostLine({ post: { author, pinned, audience, publishedAt } }: { post: PostView }) {
  return (
    <div className="flex items-center gap-2.5 text-small text-soft">
      {author && (
        <Link href={author.href} className="flex min-w-0 items-center gap-2.5 rounded-s font-semibold text-ink">
          <Avatar name={author.name} src={author.avatar} size={28} />
          <bdi className="truncate">{author.name}</bdi>
        </Link>
      )}
      {pinned && (
        <span className="flex items-center gap-1.5">
          <Pin aria-hidden="true" className="size-4" />
          Pinned
        </span>
      )}
      {audience && <span className="truncate">{audience}</span>}
      {publishedAt && <TimeAgo date={publishedAt} className="whitespace-nowrap not-first:ml-auto first-letter:uppercase" />}
    </div>
  );
}

const clamps = { 2: "line-clamp-2", 4: "line-clamp-4", 6: "line-clamp-6" };

function Words({ body, clamp }: { body: string; clamp: 2 | 4 | 6 }) {
  return (
    <p dir="auto" className={cx("mt-2 max-w-[62ch] whitespace-pre-line text-pretty", clamps[clamp])}>
      {body}
    </p>
  );
}

function Counts({ post: { href, comments = 0, reactions = 0, lock } }: { post: PostView }) {
  if (lock || (!comments && !reactions)) return null;
  return (
    <Link href={href} className="num mt-3.5 flex w-fit gap-4 rounded-s text-small text-soft hover:text-ink">
      {reactions > 0 && (
        <span className="flex items-center gap-1.5">
          <Heart aria-hidden="true" className="size-4" />
          {reactions}
          <span className="sr-only">reactions</span>
        </span>
      )}
      {comments > 0 && (
        <span className="flex items-center gap-1.5">
          <MessageCircle aria-hidden="true" className="size-4" />
          {comments}
          <span className="sr-only">comments</span>
        </span>
      )}
    </Link>
  );
}
