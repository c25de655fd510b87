import { FollowButton } from "@/app/_client/follow-button";
import type { ButtonSize, ButtonVariant } from "@/app/_ui/controls/button-class";
import { LinkButton } from "@/app/_ui/controls/link-button";
import type { Scene } from "./scene";

/** Follow, or make an account to follow; nothing on one's own page, nor for members, who get all that followers get. The form is fetched when it is asked for: most who look never ask. */
export function Follow({ creator, relation, signedIn, size, variant, className }: Scene & { size?: ButtonSize; variant?: ButtonVariant; className?: string }) {
  const look = { size, variant, className };
  if (relation.standing.kind === "owner" || (relation.membership && !relation.following)) return null;
  if (signedIn) return <FollowButton key={String(relation.following)} creatorId={creator.id} name={creator.name} following={relation.following} {...look} />;
  return (
    <LinkButton prefetch={false} href={`/sign-up?next=${encodeURIComponent(`/c/${creator.handle}`)}`} {...look}>
      Follow<span className="sr-only">{creator.name}</span>
    </LinkButton>
  );
}
