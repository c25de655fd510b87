import { AudioLines, Image, TextAlignStart } from "lucide-react";
import Link from "next/link";
import { DateTime } from "@/app/_ui/time/date-time";
import type { BoughtPost } from "@/lib/content/posts";

const icons = { audio: AudioLines, picture: Image, text: TextAlignStart };
const names = { audio: "A song", picture: "A picture", text: "A text" };

export function BoughtRow({ post: { id, title, kind, creator, boughtAt, there } }: { post: BoughtPost }) {
  const Icon = icons[kind];
  const name = title || names[kind];
  return (
    <li className="flex items-center gap-3.5 border-t border-line py-3.5">
      <span className="grid size-11 shrink-0 place-items-center rounded-s bg-raised text-soft">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        {there ? (
          <Link href={`/p/${id}`} className="line-clamp-2 w-fit rounded-s font-semibold wrap-anywhere hover:underline hover:underline-offset-4">
            {name}
          </Link>
        ) : (
          <p className="line-clamp-2 font-semibold wrap-anywhere">{name}</p>
        )}
        <p className="flex flex-wrap items-center gap-x-2.5 text-small text-soft">
          <Link href={`/c/${creator.handle}`} className="rounded-s py-1 hover:text-ink hover:underline">
            <bdi>{creator.name}</bdi>
          </Link>
          <DateTime date={boughtAt} />
          {!there && <span>Being looked at again; back in a moment</span>}
        </p>
      </div>
    </li>
  );
}
