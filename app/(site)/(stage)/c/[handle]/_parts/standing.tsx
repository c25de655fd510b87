import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { JoinBar } from "@/app/_ui/creator/join-bar";
import { joinFrom, shortName, untilWords } from "../../../../_parts/join-words";
import { Follow } from "./follow";
import type { Scene } from "./scene";

/** For those who are in, and for the one whose page it is. */
export function Standing({ relation: { standing, membership } }: Scene) {
  if (standing.kind === "owner") {
    return (
      <Strip title="This is your page" action={<LinkButton href="/studio" size="small">To the studio</LinkButton>}>
        Others see it like this, with ways to follow and join.
      </Strip>
    );
  }
  if (!membership) return null;
  return (
    <Strip inside title={`You are in ${membership.tierName}`} action={<LinkButton href="/library" size="small">Membership</LinkButton>}>
      {untilWords(membership)}
    </Strip>
  );
}

/** One line between the tabs and the posts. */
function Strip({ title, inside = false, action, children }: { title: string; inside?: boolean; action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-center gap-3 rounded-m bg-raised py-2.5 pr-2.5 pl-4">
      {inside && <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-in" />}
      <p className="min-w-0 flex-1 text-small">
        <bdi className="block font-semibold">{title}</bdi>
        <span className="block text-soft">{children}</span>
      </p>
      {action}
    </div>
  );
}

/** Under the name on a desk. */
export function StageActions(scene: Scene) {
  const { creator, tiers, relation } = scene;
  const from = joinFrom(tiers);
  if (relation.standing.kind === "owner") return null;
  return (
    <>
      {from && !relation.membership && (
        <LinkButton href={`/c/${creator.handle}/join`} variant="primary">
          {from}
        </LinkButton>
      )}
      <Follow {...scene} />
    </>
  );
}

/** Other ways to pay, quieter than joining: once, or for somebody else. */
export function Giving({ creator: { handle }, tiers, relation, bundles }: Scene & { bundles: boolean }) {
  if (relation.standing.kind === "owner") return null;
  return (
    <p className="flex flex-wrap gap-x-5 text-small">
      <Link prefetch={false} href={`/c/${handle}/tip`} className="link py-1">
        Send a tip
      </Link>
      {tiers.length > 0 && (
        <Link prefetch={false} href={`/c/${handle}/gift`} className="link py-1">
          Give a membership
        </Link>
      )}
      {bundles && (
        <Link prefetch={false} href={`/c/${handle}/bundles`} className="link py-1">
          Posts in bundles
        </Link>
      )}
    </p>
  );
}

/** At the thumb on a phone: the one clear way to join. */
export function JoinFoot({ creator, tiers, relation }: Scene) {
  const from = joinFrom(tiers);
  if (!from || relation.membership || relation.standing.kind === "owner") return null;
  return (
    <JoinBar
      title={from}
      hint="Cancel anytime"
      action={
        <LinkButton href={`/c/${creator.handle}/join`} variant="primary" className="min-w-0 shrink">
          <span className="truncate">
            Join <span className="max-[359px]:hidden">{shortName(creator.name)}</span>
          </span>
        </LinkButton>
      }
    />
  );
}
