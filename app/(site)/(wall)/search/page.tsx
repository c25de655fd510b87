import type { Metadata } from "next";
import Form from "next/form";
import { postViewOf } from "@/app/_client/post-view-of";
import { pageContext } from "@/app/_server/page-context";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PostCard } from "@/app/_ui/creator/post-card";
import { Input } from "@/app/_ui/forms/input";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { listGenres, search, searchQuery } from "@/lib/content/discovery";
import { ChipLinks } from "../../_parts/chip-links";
import { CreatorsWall } from "../../_parts/creators-wall";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export const metadata: Metadata = { title: "Search", description: "Find an artist, a song or a tag.", robots: { index: false } };

export default async function Search({ searchParams }: Props) {
  const { q } = await searchParams;
  const typed = (Array.isArray(q) ? q[0] : q)?.trim() ?? "";
  const query = searchQuery.safeParse({ q: typed });
  const complaint = typed && !query.success ? query.error.issues[0]?.message : undefined;
  return (
    <>
      <h1 className="poster mb-5 text-name">Search</h1>
      <Form action="/search" role="search" className="mb-8 flex max-w-[640px] flex-wrap gap-2">
        {/* A new search is a new box: it shows what was asked for. */}
        <Input key={typed} type="search" name="q" defaultValue={typed} maxLength={100} aria-label="What to look for" aria-describedby={complaint ? "complaint" : undefined} aria-invalid={complaint ? true : undefined} placeholder="An artist, a song, a tag" className="min-w-0 flex-1" />
        <Button type="submit" variant="strong">
          Search
        </Button>
        {complaint && (
          <p id="complaint" role="alert" className="basis-full text-small text-danger">
            {complaint}
          </p>
        )}
      </Form>
      {query.success ? <Results {...query.data} /> : <Genres />}
    </>
  );
}

async function Results({ q, limit }: { q: string; limit: number }) {
  const ctx = await pageContext();
  const { creators, posts } = await search(ctx, { q, limit });
  if (creators.length + posts.length === 0) {
    return (
      <EmptyState title="No results" action={<LinkButton href="/discover">Discover creators</LinkButton>}>
        Nobody and no post is called “{q}”, or anything like it.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-12">
      {creators.length > 0 && (
        <section aria-labelledby="creators">
          <h2 id="creators" className="display mb-4 text-title">
            People
          </h2>
          <CreatorsWall creators={creators} />
        </section>
      )}
      {posts.length > 0 && (
        <section aria-labelledby="posts">
          <h2 id="posts" className="display mb-4 text-title">
            Posts
          </h2>
          <div className="grid max-w-[680px] gap-4">
            {posts.map((post) => (
              <PostCard key={post.id} post={postViewOf(post, { author: true, signedIn: ctx.actor.kind === "user" })} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** Before anything is asked: ways to begin. */
async function Genres() {
  const genres = await listGenres((await pageContext()).db);
  return <ChipLinks label="Genres" current="none" links={genres.map(({ genre, creators }) => ({ value: genre, label: genre, count: creators, href: `/discover?genre=${encodeURIComponent(genre)}` }))} />;
}
