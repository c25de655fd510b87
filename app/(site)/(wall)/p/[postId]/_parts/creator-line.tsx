import Link from "next/link";
import { FollowButton } from "@/app/_client/follow-button";
import { mediaUrl } from "@/app/_client/media";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Avatar } from "@/app/_ui/surfaces/avatar";
import type { Relation } from "@/lib/community/follows";
import type { Post } from "@/lib/content/posts";

type Props = { post: Post; relation: Relation; signedIn: boolean };

/** Whose it is, and how to stay near. */
export function CreatorLine({ post, relation, signedIn }: Props) {
  const { id, handle, name, artMediaId } = post.creator;
  const page = `/c/${handle}`;
  return (
    <footer className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
      <Link href={page} className="mr-auto flex min-w-0 items-center gap-3 rounded-s">
        <Avatar name={name} src={artMediaId && mediaUrl(artMediaId, "w320")} size={44} />
        <span className="min-w-0">
          <bdi className="display block truncate text-head">{name}</bdi>
          <span className="block text-small text-soft">{relation.membership ? `You are in ${relation.membership.tierName}` : "See the page"}</span>
        </span>
      </Link>
      {relation.standing.kind === "owner" ? (
        <LinkButton href={`/studio/posts/${post.id}`}>Edit</LinkButton>
      ) : (
        <>
          {/* Members get all that followers get. */}
          {signedIn && (relation.following || !relation.membership) && <FollowButton key={String(relation.following)} creatorId={id} name={name} following={relation.following} />}
          {!signedIn && (
            <LinkButton prefetch={false} href={`/sign-up?next=${encodeURIComponent(`/p/${post.id}`)}`}>
              Follow
            </LinkButton>
          )}
          {!relation.membership && (
            <LinkButton href={`${page}/join`} variant="primary">
              Join
            </LinkButton>
          )}
        </>
      )}
    </footer>
  );
}
