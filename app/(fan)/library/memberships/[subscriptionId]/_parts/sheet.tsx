import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { accentStyle } from "@/app/_ui/accent";
import type { SubscriptionView } from "@/lib/commerce/subscriptions";

type Props = { membership: SubscriptionView; title: string; lead?: ReactNode; /** Up: to the library, or to the membership. */ up?: "library" | "membership"; children: ReactNode };

/** One column about one membership. */
export function Sheet({ membership: { id, creator }, title, lead, up = "membership", children }: Props) {
  return (
    <div style={accentStyle(creator.accent)} className="mx-auto max-w-[620px] pb-12">
      <Link href={up === "library" ? "/library" : `/library/memberships/${id}`} className="link inline-flex items-center gap-1.5 rounded-s py-1 text-small">
        <ArrowLeft aria-hidden="true" className="size-4" />
        {up === "library" ? "Library" : <bdi>{creator.name}</bdi>}
      </Link>
      <h1 dir="auto" className="poster mt-2 text-name wrap-anywhere">
        {title}
      </h1>
      {lead && <p className="mt-3 text-soft">{lead}</p>}
      <div className="mt-6 grid gap-5">{children}</div>
    </div>
  );
}
