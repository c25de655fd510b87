"use client";

import { mediaUrl } from "@/app/_client/media";
import { TrackRow } from "@/app/_ui/audio/track-row";
import { PostCard } from "@/app/_ui/creator/post-card";
import type { PostView } from "@/app/_ui/creator/post-view";
import { formatMoney } from "@/lib/platform/money/format";
import { teaserOf } from "@/lib/content/posts/teaser";
import type { TierOption } from "./audience-choice";
import type { Attachment } from "./use-attachments";
import type { Composing } from "./use-composer";

export type PreviewCreator = { name: string; handle: string; artMediaId: string | null };
type Props = { as: "stranger" | "fan"; composing: Composing; creator: PreviewCreator; tiers: TierOption[] };

export function Preview({ as, composing: { words, attachments }, creator, tiers }: Props) {
  const tier = tiers.find((one) => one.id === words.tierId);
  const locked = as === "stranger" && words.audience !== "public";
  const shown = attachments.list.filter((one) => one.state !== "refused");
  const picture = shown.find((one) => one.kind === "picture");
  const sound = shown.find((one) => one.kind === "audio");
  const href = `/c/${creator.handle}`;
  const avatar = creator.artMediaId ? mediaUrl(creator.artMediaId, "w320") : null;
  const post: PostView = {
    id: "preview",
    href: "#main",
    title: words.title.trim() || null,
    body: (locked ? teaserOf(words.body.trim()) : words.body.trim()) || null,
    publishedAt: words.publishAt ? new Date(words.publishAt) : new Date(),
    audience: audienceOf(words, tier),
    picture: picture ? pictureOf(picture, locked) : null,
    pictures: shown.filter((one) => one.kind === "picture").length,
    track: sound && !locked ? { id: sound.key, title: words.title.trim() || sound.name, artist: creator.name, href: "#main", src: sound.src ?? "", duration: (sound.durationMs ?? 0) / 1000, artwork: avatar, peaks: sound.peaks ?? [] } : null,
    author: { name: creator.name, href, avatar },
    lock: !locked ? null : words.audience === "paid" ? { kind: "paid", price: { amount: words.price.amount ?? 0, currency: "usd" }, href } : words.audience === "tier" && tier ? { kind: "tier", tier: tier.name, price: { amount: tier.minAmount, currency: tier.currency }, href } : { kind: "follow", name: creator.name, href },
  };
  const empty = !post.title && !post.body && !picture && !sound;
  return (
    <div className="grid gap-3">
      <p className="text-small text-soft">{explain(as, words.audience, tier?.name)}</p>
      {empty ? <p className="rounded-l border border-dashed border-line px-6 py-14 text-center text-soft">Nothing to see yet. Write something first.</p> : <PostCard post={post} />}
      {shown.length > 1 && !locked && <AllFiles files={shown} artist={creator.name} />}
    </div>
  );
}

/** The card shows one picture or one sound; opened, the post shows each of its files, in this order. */
function AllFiles({ files, artist }: { files: Attachment[]; artist: string }) {
  return (
    <section aria-labelledby="all-files" className="mt-3 grid gap-3">
      <h2 id="all-files" className="text-small font-semibold">
        Opened, it shows all {files.length} files
      </h2>
      {files.map((one) =>
        one.kind === "picture" ? (
          // eslint-disable-next-line @next/next/no-img-element -- a file of this device, or one of ours in its size
          <img key={one.key} src={one.src} alt={one.altText} className="max-h-[560px] w-full rounded-m bg-raised object-contain" />
        ) : (
          <div key={one.key} className="rounded-m border border-line bg-surface p-3">
            <TrackRow track={{ id: one.key, title: one.name, artist, href: "#main", src: one.src ?? "", duration: (one.durationMs ?? 0) / 1000, peaks: one.peaks ?? [] }} />
          </div>
        ),
      )}
    </section>
  );
}

/** A stranger's browser gets only the blur; so does this one, once we have it. */
function pictureOf(one: Attachment, locked: boolean) {
  const blur = one.mediaId ? mediaUrl(one.mediaId, "blur") : one.src;
  return { src: locked ? (blur ?? "") : (one.src ?? ""), width: one.width ?? 1200, height: one.height ?? 900, placeholder: locked ? (blur ?? null) : null, alt: one.altText };
}

function audienceOf({ audience, price }: Composing["words"], tier: TierOption | undefined): string | null {
  if (audience === "public") return null;
  if (audience === "paid") return formatMoney({ amount: price.amount ?? 0, currency: "usd" }, { trim: true });
  return audience === "followers" ? "Followers" : (tier?.name ?? "Members");
}

function explain(as: Props["as"], audience: string, tier: string | undefined): string {
  if (as === "fan" && audience === "paid") return "Someone who bought it sees all of it, for good.";
  if (as === "fan") return audience === "tier" ? `Someone in ${tier ?? "this tier"} sees all of it.` : audience === "followers" ? "Someone who follows you sees all of it." : "A fan sees what everyone sees.";
  return audience === "public" ? "It is for everyone, so a stranger sees all of it." : "A stranger sees the first two lines, and what opens the rest.";
}
