import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { boughtPosts } from "@/lib/content/posts";
import { BoughtRow } from "./bought-row";

export const metadata: Metadata = { title: "Bought" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function Purchases({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { data: posts, nextCursor } = await found(boughtPosts(await memberContext(), { limit: 25, cursor }));
  return (
    <>
      <Link href="/library" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Library
      </Link>
      <PageHead title="Bought" lead="Posts you paid for once. They stay yours, even when their creator takes them back." />
      {posts.length === 0 && !cursor ? (
        <EmptyState title="Nothing bought yet" action={<LinkButton href="/discover" variant="primary">Find something</LinkButton>}>
          Some posts are sold one by one. What you buy stands here and opens whenever you like.
        </EmptyState>
      ) : (
        <ul aria-label="What you bought" className="max-w-[760px] border-b border-line">
          {posts.map((post) => (
            <BoughtRow key={post.id} post={post} />
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-3 empty:hidden">
        {cursor && <LinkButton href="/library/purchases">Newest</LinkButton>}
        {nextCursor && <LinkButton href={`/library/purchases?cursor=${nextCursor}`}>More</LinkButton>}
      </nav>
    </>
  );
}
