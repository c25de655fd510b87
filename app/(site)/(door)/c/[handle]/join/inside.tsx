import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { Membership } from "@/lib/community/follows";
import { untilWords } from "../../../../_parts/join-words";

type Props = { membership: Membership; /** Another tier, the one that was asked for if there is one; absent: there is no other. */ other: { id: string; name: string; asked: boolean } | undefined };

/** For those who are in: until when, and the way to another tier or amount. */
export function Inside({ membership, other }: Props) {
  const here = `/library/memberships/${membership.id}`;
  return (
    <>
      <Notice tone="in" title={`${untilWords(membership)}.`} action={<LinkButton href={here} size="small">Membership</LinkButton>}>
        Change, pause or cancel it there.
      </Notice>
      {membership.cancelled ? (
        <p className="mt-5 text-soft">You have cancelled. Keep your membership first if you want to be in another tier.</p>
      ) : (
        <div className="mt-5 grid">
          <LinkButton href={other ? `${here}/change?tier=${other.id}` : `${here}/change`}>{other?.asked ? `Move to ${other.name}` : "Change tier or amount"}</LinkButton>
        </div>
      )}
    </>
  );
}
