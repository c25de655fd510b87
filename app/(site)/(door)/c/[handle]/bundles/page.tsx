import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { artOf } from "@/app/_client/media";
import { pageContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { bundlesOf } from "@/lib/commerce/bundles";
import { creatorByHandle } from "@/lib/content/creators";
import { formatMoney } from "@/lib/platform/money/format";
import { Door } from "../join/door";

export const metadata: Metadata = { title: "Posts in bundles" };

type Props = { params: Promise<{ handle: string }> };

/** What a creator sells together. */
export default async function Bundles({ params }: Props) {
  const [{ handle }, ctx] = await Promise.all([params, pageContext()]);
  const creator = await creatorByHandle(ctx.db, handle.toLowerCase());
  if (!creator) notFound();
  const bundles = (await bundlesOf(ctx, creator.id)).filter(({ forSale }) => forSale);
  const page = `/c/${creator.handle}`;
  return (
    <Door name={creator.name} href={page} accent={creator.accent} art={creator.artMediaId ? artOf(creator.artMediaId, creator.accent) : null} title={`Posts by ${creator.name}, together`}>
      {bundles.length === 0 ? (
        <EmptyState title="Nothing in bundles" action={<LinkButton href={page}>{`To ${creator.name}`}</LinkButton>}>
          {`What ${creator.name} puts up is on their page.`}
        </EmptyState>
      ) : (
        <ul className="grid gap-2.5">
          {bundles.map(({ id, title, words, posts, apart, price, currency }) => {
            const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
            return (
              <li key={id}>
                <Link href={`${page}/bundles/${id}`} className="flex items-center gap-3 rounded-m border border-line bg-surface p-3.5 transition-colors hover:border-outline">
                  <span className="min-w-0 flex-1">
                    <bdi className="block font-semibold wrap-anywhere">{title}</bdi>
                    {words && <span className="line-clamp-2 text-small text-soft">{words}</span>}
                    <span className="num mt-1 block text-small">{apart > price ? `${posts.length} posts. ${say(apart)} apart, ${say(price)} together` : `${posts.length} posts for ${say(price)}`}</span>
                  </span>
                  <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Door>
  );
}
