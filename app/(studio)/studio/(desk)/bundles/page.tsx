import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { fewestPosts, ownBundles } from "@/lib/commerce/bundles";
import { ownPostsOnSale } from "@/lib/content/posts";
import { BundleRow } from "./bundle-row";
import { NewBundle } from "./new-bundle";

export const metadata: Metadata = { title: "Bundles" };

export default async function Bundles() {
  const { ctx, creator } = await studioContext();
  const [bundles, onSale, rules] = await Promise.all([ownBundles(ctx, creator.id), ownPostsOnSale(ctx, creator.id), feeRules(ctx, creator.id)]);
  const posts = onSale.map(({ id, title, kind, price }) => ({ id, title, kind, price }));
  const enough = posts.length >= fewestPosts;
  const add = enough ? <NewBundle posts={posts} rules={rules} /> : <LinkButton href="/studio/posts/new" variant="primary">Write a post with a price</LinkButton>;
  return (
    <>
      <Link href="/studio/posts" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Posts
      </Link>
      <PageHead title="Bundles" lead="Posts that you sell one by one, together for less. What somebody bought stays as it was when they bought it." actions={bundles.length > 0 ? add : undefined} />
      {bundles.length === 0 ? (
        <EmptyState title="No bundle yet" action={add}>
          {enough ? "Choose two posts or more, and one price for all of them." : "A bundle is of two posts or more that whoever likes can buy. Give two of your posts a price first."}
        </EmptyState>
      ) : (
        <ul className="border-b border-line">
          {bundles.map((bundle) => (
            <BundleRow key={bundle.id} bundle={bundle} posts={posts} rules={rules} />
          ))}
        </ul>
      )}
    </>
  );
}
