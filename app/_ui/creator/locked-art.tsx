import { LockKeyhole } from "lucide-react";
import { FollowButton } from "@/app/_client/follow-button";
import { formatMoney } from "@/lib/platform/money/format";
import { LinkButton } from "../controls/link-button";
import type { ArtSource } from "../surfaces/art";
import type { PostLock } from "./post-view";

/**
 * Only a picture of a few pixels is blurred here: the real one never reaches someone who may not see it.
 */
export function LockedArt({ lock, picture }: { lock: PostLock; picture?: ArtSource | null }) {
  if (!picture) return <div className="mt-3">{<Opens lock={lock} />}</div>;
  return (
    <div className="relative isolate mt-3 h-56 overflow-clip rounded-m contain-paint sm:h-72" style={{ backgroundColor: picture.color ?? "var(--raised)" }}>
      {picture.placeholder && (
        // eslint-disable-next-line @next/next/no-img-element -- a picture of a few hundred bytes
        <img src={picture.placeholder} alt="" loading="lazy" width={picture.width} height={picture.height} className="absolute inset-0 size-full scale-125 object-cover blur-[24px] saturate-[1.15]" />
      )}
      <div className="absolute inset-x-3 bottom-3">
        <Opens lock={lock} />
      </div>
    </div>
  );
}

/** What opens it, and the way there. */
function Opens({ lock }: { lock: PostLock }) {
  const label = labelOf(lock);
  const within = lock.kind === "tier" && lock.member ? "Above your tier. You cannot move up yet." : lock.within;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 rounded-m border border-line bg-surface py-2 pr-2 pl-3.5">
      <span className="num flex min-w-0 flex-1 basis-36 items-center gap-2.5 text-small">
        <LockKeyhole aria-hidden="true" className="size-5 shrink-0" />
        <span className="min-w-0">
          <bdi className="block font-semibold wrap-anywhere">{label}</bdi>
          {within && <span className="block text-tiny text-soft">{within}</span>}
        </span>
      </span>
      {lock.kind === "follow" && lock.signedIn && lock.creatorId ? (
        <FollowButton creatorId={lock.creatorId} name={lock.name} following={false} variant="strong" size="small" />
      ) : (
        <LinkButton href={lock.href} variant="strong" size="small">
          {waysIn(lock)}
        </LinkButton>
      )}
    </div>
  );
}

function labelOf(lock: PostLock): string {
  if (lock.kind === "follow") return `For those who follow ${lock.name}`;
  return lock.kind === "paid" ? "Buy it, keep it" : `In ${lock.tier}, ${formatMoney(lock.price, { trim: true })}`;
}

function waysIn(lock: PostLock): string {
  if (lock.kind === "follow") return "Follow";
  if (lock.kind === "paid") return `Unlock for ${formatMoney(lock.price, { trim: true })}`;
  return lock.member ? "What you can do" : `Join for ${formatMoney(lock.price, { trim: true })}`;
}
