import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { ownPosts, tiersOfPosts } from "@/lib/content/posts";
import { PostRow } from "./post-row";

export const metadata: Metadata = { title: "Posts" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function Posts({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { ctx, creator } = await studioContext();
  const { data: posts, nextCursor } = await found(ownPosts(ctx, creator.id, { limit: 20, cursor }));
  const tiers = await tiersOfPosts(ctx.db, creator.id, posts.map((post) => post.id));
  const write = (
    <LinkButton href="/studio/posts/new" variant="primary">
      <Plus aria-hidden="true" />
      New post
    </LinkButton>
  );
  if (posts.length === 0 && !cursor) {
    return (
      <>
        <PageHead title="Posts" />
        <EmptyState title="Nothing posted yet" action={write}>
          A song, a picture, a few words: the first post is what opens your page to those who look around.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead title="Posts" actions={<><LinkButton href="/studio/bundles">Bundles</LinkButton>{write}</>} />
      <ul className="border-b border-line">
        {posts.map((post) => (
          <PostRow key={post.id} post={post} tier={tiers.get(post.id)?.name} />
        ))}
      </ul>
      <nav aria-label="Pages" className="mt-6 flex gap-3">
        {cursor && <LinkButton href="/studio/posts">Newest</LinkButton>}
        {nextCursor && <LinkButton href={`/studio/posts?cursor=${nextCursor}`}>Older</LinkButton>}
      </nav>
    </>
  );
}
