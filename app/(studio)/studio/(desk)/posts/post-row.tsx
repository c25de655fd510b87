import { AudioLines, Pin, TextAlignStart } from "lucide-react";
import Link from "next/link";
import { mediaUrl } from "@/app/_client/media";
import { Chip, type ChipTone } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import { LocalMoment } from "@/app/_ui/time/local-moment";
import type { Post } from "@/lib/content/posts";
import { formatMoney } from "@/lib/platform/money/format";
import { PostActions } from "./post-actions";

const states: Record<Post["status"], { label: string; tone: ChipTone }> = {
  draft: { label: "Draft", tone: "plain" },
  in_review: { label: "In review", tone: "held" },
  scheduled: { label: "Scheduled", tone: "accent" },
  published: { label: "Published", tone: "in" },
};

export function PostRow({ post, tier }: { post: Post; tier: string | undefined }) {
  const { label, tone } = states[post.status];
  const name = post.title || post.teaser || "Without words";
  const audience = { public: "Everyone", followers: "Followers", tier: tier ?? "Members", paid: `${post.price ? formatMoney(post.price, { trim: true }) : "Paid"}${tier ? `, in ${tier}` : ""}` }[post.audience];
  return (
    <li className="flex items-center gap-3.5 border-t border-line py-3">
      <Thumb post={post} />
      <div className="min-w-0 flex-1">
        <Link href={`/studio/posts/${post.id}`} className="line-clamp-1 w-fit rounded-s font-semibold wrap-anywhere hover:underline hover:underline-offset-4">
          {name}
        </Link>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft">
          <Chip tone={tone}>{label}</Chip>
          {post.pinned && (
            <span className="flex items-center gap-1">
              <Pin aria-hidden="true" className="size-3.5" />
              Pinned
            </span>
          )}
          <span>{audience}</span>
          {post.publishedAt && (post.status === "scheduled" ? <LocalMoment date={post.publishedAt} /> : <DateTime date={post.publishedAt} />)}
        </p>
      </div>
      <PostActions post={{ id: post.id, name, status: post.status, pinned: post.pinned, paid: post.audience === "paid" }} />
    </li>
  );
}

function Thumb({ post }: { post: Post }) {
  const picture = post.media.find((one) => one.kind === "picture");
  const Icon = post.kind === "audio" ? AudioLines : TextAlignStart;
  if (!picture) {
    return (
      <span className="grid size-13 shrink-0 place-items-center rounded-s bg-raised text-soft">
        <Icon aria-hidden="true" className="size-5.5" />
      </span>
    );
  }
  // eslint-disable-next-line @next/next/no-img-element -- a small picture of known size
  return <img src={mediaUrl(picture.id, "w320")} alt="" width={52} height={52} loading="lazy" className="size-13 shrink-0 rounded-s bg-raised object-cover" />;
}
