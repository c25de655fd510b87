import { MorePosts } from "@/app/_client/more-posts";
import { postViewOf } from "@/app/_client/post-view-of";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PostCard } from "@/app/_ui/creator/post-card";
import { TierCard } from "@/app/_ui/creator/tier-card";
import { TierRail } from "@/app/_ui/creator/tier-rail";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import type { Opening } from "@/lib/content/posts";
import type { Scene } from "./scene";

/** After so many posts one knows enough to be asked. */
const beforeTiers = 2;

/** The pinned post, a few of the newest, the ways in, and the rest. */
export function Stream({ opening, ...scene }: Scene & { opening: Opening }) {
  const { creator, relation, signedIn } = scene;
  const { pinned, newest } = opening;
  const others = newest.data.filter(({ id }) => id !== pinned?.id);
  const cards = others.map((post) => <PostCard key={post.id} post={postViewOf({ ...post, pinned: false }, { signedIn })} />);
  return (
    <>
      {pinned && <PostCard post={postViewOf(pinned, { signedIn })} priority />}
      {!pinned && cards.length === 0 && relation.standing.kind === "owner" && (
        <EmptyState title="Nothing up yet" action={<LinkButton href="/studio/posts/new" variant="primary">Write your first post</LinkButton>}>
          Others find your page once there is something on it.
        </EmptyState>
      )}
      {!pinned && cards.length === 0 && relation.standing.kind !== "owner" && (
        <EmptyState title="Nothing up yet" action={<LinkButton href="/discover">Discover others</LinkButton>}>
          {`What ${creator.name} puts up appears here. Follow them to hear of the first.`}
        </EmptyState>
      )}
      {cards.slice(0, beforeTiers)}
      <Memberships {...scene} />
      {cards.slice(beforeTiers)}
      <MorePosts key={standingKey(scene)} cursor={newest.nextCursor} creatorId={creator.id} signedIn={signedIn} except={pinned?.id} standing={standingKey({ relation })} />
    </>
  );
}

const standingKey = ({ relation: { standing } }: Pick<Scene, "relation">): string => (standing.kind === "granted" ? String(standing.rank) : standing.kind);

function Memberships({ creator, tiers, relation }: Scene) {
  const owner = relation.standing.kind === "owner";
  if (tiers.length === 0 || relation.membership) return null;
  return (
    <section aria-labelledby="tiers" className="my-3 min-w-0">
      <h2 id="tiers" className="display mb-3.5 text-title">
        {owner ? "Your tiers" : "Memberships"}
      </h2>
      <TierRail>
        {tiers.map(({ id, name, minAmount, currency, benefits, description }, i) => (
          <TierCard
            key={id}
            name={name}
            price={{ amount: minAmount, currency }}
            benefits={benefits}
            description={description}
            marked={i > 0 && i === tiers.length - 1}
            action={owner ? <LinkButton href="/studio/tiers">{`Edit ${name}`}</LinkButton> : <LinkButton href={`/c/${creator.handle}/join?tier=${id}`}>{`Join ${name}`}</LinkButton>}
          />
        ))}
      </TierRail>
    </section>
  );
}
