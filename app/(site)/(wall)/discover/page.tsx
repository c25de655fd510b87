import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { pageContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Tabs } from "@/app/_ui/surfaces/tabs";
import { discoverCreators, discoverQuery, listGenres } from "@/lib/content/discovery";
import { ChipLinks } from "../../_parts/chip-links";
import { CreatorsWall } from "../../_parts/creators-wall";

type Search = { genre?: string; sort?: string; cursor?: string };
type Props = { searchParams: Promise<Search> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { genre } = await searchParams;
  const title = genre ? `Discover ${genre.slice(0, 30)}` : "Discover";
  const description = "Musicians, writers, illustrators and other makers, and what they have just put up.";
  return { title, description, alternates: { canonical: address({ genre }) }, openGraph: { title, description, url: address({ genre }) } };
}

export default async function Discover({ searchParams }: Props) {
  const asked = await searchParams;
  const { db } = await pageContext();
  const query = discoverQuery.catch(discoverQuery.parse({})).parse(asked);
  const [{ data, nextCursor }, genres] = await Promise.all([found(discoverCreators(db, query)), listGenres(db)]);
  const { genre, sort, cursor } = query;
  const by = (order: string) => address({ genre, sort: order });
  return (
    <>
      <PageHead title="Discover" />
      <ChipLinks label="Genres" current={genre ?? ""} links={[{ value: "", label: "All", href: address({ sort }) }, ...genres.map((one) => ({ value: one.genre, label: one.genre, count: one.creators, href: address({ genre: one.genre, sort }) }))]} />
      <div className="mt-4 mb-5">
        <Tabs label="Order" current={by(sort)} tabs={[{ href: by("new"), label: "Newest" }, { href: by("members"), label: "Most members" }]} />
      </div>
      {data.length > 0 ? <CreatorsWall creators={data} /> : <Nobody genre={genre} />}
      {(nextCursor ?? cursor) && (
        <nav aria-label="Pages" className="mt-8 flex justify-center gap-3">
          {cursor && <LinkButton href={by(sort)}>Back to the start</LinkButton>}
          {nextCursor && (
            <LinkButton href={address({ genre, sort, cursor: nextCursor })} variant="strong">
              More
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

function Nobody({ genre }: { genre: string | undefined }) {
  return genre ? (
    <EmptyState title={`Nobody makes ${genre} here yet`} action={<LinkButton href="/discover">All creators</LinkButton>}>
      Someone will. Until then there are others.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody is here yet" action={<LinkButton href="/sign-up?intent=creator">Be the first</LinkButton>}>
      The wall waits for its first page.
    </EmptyState>
  );
}

/** The address of a view; what is as usual is left out. */
function address({ genre, sort, cursor }: Search): string {
  const query = new URLSearchParams({ ...(genre ? { genre } : {}), ...(sort && sort !== "new" ? { sort } : {}), ...(cursor ? { cursor } : {}) }).toString();
  return query ? `/discover?${query}` : "/discover";
}
