import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { accentStyle } from "@/app/_ui/accent";
import { Art, type ArtSource } from "@/app/_ui/surfaces/art";

type Props = { name: string; href: string; art: ArtSource | null; accent: string | null; title: string; children: ReactNode };

/** One sheet over their art, which waits behind it in the dark. */
export function Door({ name, href, art, accent, title, children }: Props) {
  return (
    <div style={accentStyle(accent)} className="relative isolate min-h-dvh bg-shade lg:grid lg:place-items-center lg:p-10">
      <div aria-hidden="true" className="absolute inset-x-0 top-0 -z-10 h-72 overflow-hidden lg:fixed lg:inset-0 lg:h-auto">
        {art && <Art art={art} alt="" priority sizes="100vw" className="size-full object-top" />}
        <div className="absolute inset-0 bg-scrim" />
      </div>
      <nav aria-label="Back" className="flex justify-end p-3 lg:absolute lg:top-3 lg:right-3">
        <Link href={href} aria-label={`Back to ${name}`} title={`Back to ${name}`} className="grid size-10 place-items-center rounded-full bg-scrim text-on-shade ring-on-art transition-colors hover:bg-shade">
          <X aria-hidden="true" className="size-5" />
        </Link>
      </nav>
      <main id="main" tabIndex={-1} className="rise mt-12 flex min-h-[calc(100dvh-112px)] flex-col rounded-t-l bg-paper px-4.5 pb-8 outline-none lg:mt-0 lg:min-h-0 lg:w-[520px] lg:rounded-l lg:px-8 lg:py-7 lg:shadow-float">
        <div aria-hidden="true" className="mx-auto mt-2.5 h-1 w-10 shrink-0 rounded-full bg-line lg:hidden" />
        <h1 dir="auto" className="display mt-4 mb-4 text-[32px] leading-[1.02] lg:mt-0">
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
