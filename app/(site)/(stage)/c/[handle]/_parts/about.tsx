import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import type { Creator } from "@/lib/content/creators";
import { Prose } from "../../../../_parts/prose";

export function About({ creator: { name, bio, links, genres, tags }, own }: { creator: Creator; own: boolean }) {
  if (!bio && links.length + genres.length + tags.length === 0) {
    if (own) return <EmptyState title="Not a word yet" action={<LinkButton href="/studio/page" variant="primary">Write about yourself</LinkButton>}>Say who you are and what you make.</EmptyState>;
    return <EmptyState title="Not a word yet">{`${name} has not written about themselves.`}</EmptyState>;
  }
  return (
    <div className="grid gap-8">
      {bio && <Prose text={bio} />}
      {links.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere" className="display mb-2 text-head">
            Elsewhere
          </h2>
          <ul className="border-t border-line">
            {links.map(({ label, url }) => (
              <li key={url} className="border-b border-line">
                <a href={url} rel="ugc nofollow noopener" target="_blank" className="group flex items-center gap-3 py-3 -outline-offset-2">
                  <span className="font-semibold group-hover:underline group-hover:underline-offset-3">{label}</span>
                  <span className="min-w-0 flex-1 truncate text-right text-small text-soft">{new URL(url).hostname}</span>
                  <ExternalLink aria-hidden="true" className="size-4 shrink-0 text-soft" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {genres.length + tags.length > 0 && (
        <ul aria-label="Genres and tags" className="flex flex-wrap gap-2">
          {genres.map((genre) => (
            <Chip key={genre} href={`/discover?genre=${encodeURIComponent(genre)}`} text={genre} />
          ))}
          {tags.map((tag) => (
            <Chip key={tag} href={`/search?q=${encodeURIComponent(tag)}`} text={tag} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Chip({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <Link href={href} className="flex h-8 items-center rounded-full bg-raised px-3 text-small text-soft transition-colors hover:text-ink">
        {text}
      </Link>
    </li>
  );
}
