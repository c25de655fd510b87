import { LinkButton } from "@/app/_ui/controls/link-button";
import { formatDate } from "@/app/_ui/date-format";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { Membership } from "@/lib/community/follows";
import { untilWords } from "../../../../_parts/join-words";

type Props = { membership: Membership; /** Another tier, the one that was asked for if there is one; absent: there is no other. */ other: { name: string; asked: boolean } | undefined };

/** For those who are in: until when, and what it takes to be in another tier. */
export function Inside({ membership, other }: Props) {
  return (
    <>
      <Notice tone="in" title={`${untilWords(membership)}.`} action={<LinkButton href="/library" size="small">Membership</LinkButton>}>
        Keep it or cancel it in your library.
      </Notice>
      {other && <Moving membership={membership} to={other.asked ? other.name : "another tier"} />}
    </>
  );
}

/** There is no way yet to move while a membership runs; saying so is better than a button that refuses. */
function Moving({ membership: { tierName, cancelled, currentPeriodEnd }, to }: { membership: Membership; to: string }) {
  const day = formatDate(currentPeriodEnd, "short");
  return (
    <section aria-labelledby="moving" className="mt-6">
      <h2 id="moving" className="display text-head">
        Want <bdi>{to}</bdi> instead?
      </h2>
      <p className="mt-2 text-soft">Moving to another tier is not possible yet while a membership runs. What you can do:</p>
      <ol className="mt-3 grid list-decimal gap-1.5 pl-5">
        {cancelled ? (
          <li>
            You have cancelled <bdi>{tierName}</bdi>. It stays open until {day}, and nothing more is charged.
          </li>
        ) : (
          <li>
            Cancel <bdi>{tierName}</bdi> in your library. It stays open until {day}, and nothing more is charged.
          </li>
        )}
        <li>
          From {day} on, come back here and join <bdi>{to}</bdi>.
        </li>
      </ol>
    </section>
  );
}
