import Link from "next/link";
import type { ReactNode } from "react";
import { Art, type ArtSource } from "../surfaces/art";
import { Wordmark } from "../surfaces/wordmark";

type Props = {
  /** Absent: the form brings an AccountHead of its own, because it changes. */
  title?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  /** Below the form: "New here? …". */
  foot?: ReactNode;
  art?: ArtSource | null;
  /** Whose art it is; it links to them. */
  artist?: { name: string; href: string } | null;
};

/** What one can do here, above the form. */
export function AccountHead({ title, lead }: { title: ReactNode; lead?: ReactNode }) {
  return (
    <header className="mb-7">
      <h1 className="poster text-name">{title}</h1>
      {lead && <p className="mt-3 text-soft">{lead}</p>}
    </header>
  );
}

/** A narrow page with one form, and on a desk the art of someone who is here. */
export function AccountShell({ title, lead, children, foot, art, artist }: Props) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[minmax(480px,1fr)_minmax(0,1fr)]">
      <main id="main" tabIndex={-1} className="flex flex-col px-5 py-5 outline-none lg:px-16 lg:py-8">
        <Wordmark className="w-fit" />
        <div className="mx-auto flex w-full max-w-[400px] flex-1 flex-col justify-center py-10">
          {title && <AccountHead title={title} lead={lead} />}
          {children}
          {foot && <div className="mt-6 text-small text-soft">{foot}</div>}
        </div>
      </main>
      {art && (
        <aside className="sticky top-0 hidden h-dvh p-3 lg:block">
          <Art art={art} alt="" sizes="50vw" priority className="size-full rounded-l" />
          {artist && (
            <div className="art-shade absolute inset-x-3 bottom-3 rounded-b-l px-7 pt-24 pb-6 text-on-shade">
              <Link href={artist.href} className="display text-title hover:underline hover:underline-offset-4">
                {artist.name}
              </Link>
            </div>
          )}
        </aside>
      )}
    </div>
  );
}
