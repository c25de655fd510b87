import type { Metadata } from "next";
import { MorePosts } from "@/app/_client/more-posts";
import { postViewOf } from "@/app/_client/post-view-of";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PostCard } from "@/app/_ui/creator/post-card";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { discoverCreators } from "@/lib/content/discovery";
import { readFeed } from "@/lib/content/posts";
import { CreatorsWall } from "../../(site)/_parts/creators-wall";

export const metadata: Metadata = { title: "Feed" };

/** Three statements: session, the feed, and what one may see in it or, when it is empty, whom to follow. */
export default async function Feed() {
  const ctx = await memberContext();
  const { data, nextCursor } = await readFeed(ctx, { limit: 12 });
  if (data.length === 0) return <Nobody creators={(await discoverCreators(ctx.db, { limit: 10, sort: "members" })).data} />;
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHead title="Feed" />
      <div className="grid gap-4">
        {data.map((post, i) => (
          <PostCard key={post.id} post={postViewOf(post, { author: true, signedIn: true })} priority={i === 0} />
        ))}
        <MorePosts key={data[0]?.id} cursor={nextCursor} signedIn standing={data[0]?.id ?? ""} end={<CaughtUp />} />
      </div>
    </div>
  );
}

function CaughtUp() {
  return (
    <div className="grid justify-items-center gap-3 py-10 text-center">
      <p className="display text-head">You&rsquo;re all caught up.</p>
      <LinkButton href="/discover">Find someone new</LinkButton>
    </div>
  );
}

function Nobody({ creators }: { creators: Parameters<typeof CreatorsWall>[0]["creators"] }) {
  return (
    <>
      <PageHead title="Feed" />
      <EmptyState title="Quiet in here" action={<LinkButton href="/discover" variant="primary">Find someone to follow</LinkButton>}>
        What the people you follow or pay put up appears here, in order of time.
      </EmptyState>
      {creators.length > 0 && (
        <section aria-labelledby="whom" className="mt-10">
          <h2 id="whom" className="display mb-4 text-title">
            Many listen to these
          </h2>
          <CreatorsWall creators={creators} />
        </section>
      )}
    </>
  );
}
