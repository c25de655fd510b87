import { LockKeyhole } from "lucide-react";
import { LinkButton } from "../controls/link-button";
import { formatMoney } from "@/lib/platform/money/format";
import type { ArtSource } from "../surfaces/art";
import type { PostLock } from "./post-view";

/**
 * Only the tiny placeholder is blurred here: the real picture never reaches someone who may not see it.
 */
export function LockedArt({ lock, picture, sound }: { lock: PostLock; picture?: ArtSource | null; sound?: boolean }) {
  const label = lock.kind === "tier" ? `In ${lock.tier}, ${formatMoney(lock.price, { trim: true })}` : `For those who follow ${lock.name}`;
  const step = lock.kind === "tier" ? "See what's in it" : "Follow";
  const say = (
    <div className="flex items-center justify-between gap-3 rounded-m border border-line bg-surface py-2 pr-2 pl-3.5">
      <span className="num flex min-w-0 items-center gap-2.5 text-small font-semibold">
        <LockKeyhole aria-hidden="true" className="size-5 shrink-0" />
        <span>{label}</span>
      </span>
      <LinkButton href={lock.href} variant="strong" size="small">
        {step}
      </LinkButton>
    </div>
  );
  if (!picture) return <div className="mt-3">{say}</div>;
  return (
    <div className={`relative isolate mt-3 overflow-hidden rounded-m ${sound ? "h-36" : "h-56 sm:h-72"}`} style={{ backgroundColor: picture.color ?? "var(--raised)" }}>
      {picture.placeholder && (
        // eslint-disable-next-line @next/next/no-img-element -- a data: picture of a few hundred bytes
        <img src={picture.placeholder} alt="" width={picture.width} height={picture.height} className="absolute inset-0 size-full scale-125 object-cover blur-[24px] saturate-[1.15]" />
      )}
      <div className="absolute inset-x-3 bottom-3">{say}</div>
    </div>
  );
}
