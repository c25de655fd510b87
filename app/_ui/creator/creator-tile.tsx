import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Art, type ArtSource } from "../surfaces/art";
import { NoArt } from "../surfaces/no-art";

type Props = {
  name: string;
  href: string;
  /** Absent: they have shown none yet, and the name stands on a colour of its own. */
  art: ArtSource | null;
  /** Under the name, if there is room: what they make. */
  line?: string;
  /** Two rows high: the loudest of the wall. */
  big?: boolean;
  /** Top left: a PlayButton. */
  corner?: ReactNode;
  sizes?: string;
  priority?: boolean;
  /** The name under which the art grows into the creator's page: `art-` and the handle. */
  artName?: string;
};

/** A piece of the wall. The whole tile is the link; what stands in the corner is above it. */
export function CreatorTile({ name, href, art, line, big = false, corner, sizes = "(width < 768px) 50vw, 20vw", priority = false, artName }: Props) {
  return (
    <article className={cx("group relative isolate overflow-hidden rounded-m has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-ink", big ? "col-span-2 row-span-2 aspect-4/5 lg:col-span-1 lg:aspect-auto" : "aspect-4/5")}>
      {art ? (
        <Art art={art} alt="" name={artName} sizes={sizes} priority={priority} className="absolute inset-0 size-full transition-transform duration-200 group-hover:scale-[1.02]" />
      ) : (
        <NoArt name={name} className="absolute inset-0 size-full" />
      )}
      <div className="art-shade absolute inset-x-0 bottom-0 px-3.5 pt-16 pb-3 text-on-shade">
        <h2 className={cx("display", big ? "text-title lg:text-head" : "text-[20px] leading-[1.05]")}>
          <Link href={href} dir="auto" className="block outline-none after:absolute after:inset-0">
            {name}
          </Link>
        </h2>
        {line && <p className="mt-1 line-clamp-2 text-small">{line}</p>}
      </div>
      {corner && <div className="absolute top-3 left-3">{corner}</div>}
    </article>
  );
}
