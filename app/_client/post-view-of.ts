import type { Track } from "@/app/_ui/audio/track";
import type { PostLock, PostView } from "@/app/_ui/creator/post-view";
import { formatDuration } from "@/app/_ui/date-format";
import { formatMoney } from "@/lib/platform/money/format";
import { artOf, mediaUrl } from "./media";
import type { paths } from "./schema";

/** A post as the API and the queries tell it. */
export type PostData = paths["/api/v1/feed"]["get"]["responses"][200]["content"]["application/json"]["data"][number];
type Options = {
  /** Among posts of many people: whose it is. */
  author?: boolean;
  /** Somebody we know: they follow from the creator's page; others make an account first. */
  signedIn: boolean;
};

/** A post as a card shows it. Decides nothing: what is locked came without its contents. */
export function postViewOf(post: PostData, { author = false, signedIn }: Options): PostView {
  const { creator, locked } = post;
  return {
    id: post.id,
    href: `/p/${post.id}`,
    title: post.title || null,
    body: post.body ?? post.teaser,
    publishedAt: post.publishedAt ?? "",
    pinned: post.pinned && !author,
    audience: audienceOf(post),
    picture: locked ? blurOf(post) : pictureOf(post),
    track: locked ? null : trackOf(post),
    sleeve: locked ? null : sleeveOf(post),
    pictures: post.media.filter(({ kind }) => kind === "picture").length,
    author: author ? { name: creator.name, href: `/c/${creator.handle}`, avatar: creator.artMediaId && mediaUrl(creator.artMediaId, "w320") } : null,
    accent: creator.accent,
    lock: locked && lockOf(post, signedIn),
  };
}

/** The song of a post, if it has one and it may be heard. */
export function trackOf(post: PostData): Track | null {
  const sound = post.media.find(({ kind }) => kind === "audio");
  if (!sound || post.locked) return null;
  const sleeve = sleeveId(post);
  return {
    id: sound.id,
    title: post.title || "Untitled",
    artist: post.creator.name,
    href: `/p/${post.id}`,
    src: mediaUrl(sound.id, "stream"),
    duration: (sound.durationMs ?? 0) / 1000,
    artwork: sleeve && mediaUrl(sleeve, "w640"),
    peaks: sound.peaks.map((peak) => peak / 100),
  };
}

/** A picture that came with the song, or the art of who made it. */
const sleeveId = ({ media, creator }: PostData): string | null => media.find(({ kind }) => kind === "picture")?.id ?? creator.artMediaId;

function sleeveOf(post: PostData): string | null {
  const sleeve = post.media.some(({ kind }) => kind === "audio") ? sleeveId(post) : null;
  return sleeve && mediaUrl(sleeve, "w320");
}

function pictureOf({ media, creator }: PostData): PostView["picture"] {
  const picture = media.find(({ kind }) => kind === "picture");
  return picture ? { ...artOf(picture.id, creator.accent, picture), alt: picture.altText } : null;
}

/** Of what is locked only the blur leaves the house; without a picture of its own the post borrows the creator's art. */
function blurOf({ media, creator }: PostData): PostView["picture"] {
  const picture = media.find(({ kind }) => kind === "picture");
  const id = picture?.id ?? (media.length > 0 ? creator.artMediaId : null);
  if (!id) return null;
  const blur = mediaUrl(id, "blur");
  return { src: blur, placeholder: blur, width: picture?.width ?? 24, height: picture?.height ?? 30, color: creator.accent };
}

function lockOf({ id, creator, locked, media, price }: PostData, signedIn: boolean): PostLock {
  const within = withinOf(media);
  const tier = locked?.tier;
  if (locked?.reason === "paid" && price) return { kind: "paid", price, href: `/p/${id}/unlock`, within: [within, tier && `in ${tier.name} too`].filter(Boolean).join(", ") || null };
  if (tier) return { kind: "tier", tier: tier.name, price: { amount: tier.minAmount, currency: tier.currency }, member: locked.member, href: `/c/${creator.handle}/join?tier=${tier.id}`, within };
  const page = `/c/${creator.handle}`;
  return { kind: "follow", name: creator.name, creatorId: creator.id, href: signedIn ? page : `/sign-up?next=${encodeURIComponent(page)}`, signedIn, within };
}

/** What lies behind the lock, as far as everyone may know. */
function withinOf(media: PostData["media"]): string | null {
  const sound = media.find(({ kind }) => kind === "audio");
  if (sound) return sound.durationMs ? `Song, ${formatDuration(sound.durationMs / 1000)}` : "Song";
  if (media.length === 0) return null;
  return media.length === 1 ? "A picture" : `${media.length} pictures`;
}

function audienceOf({ audience, locked, bought, price }: PostData): string | null {
  if (bought) return "Yours";
  if (audience === "public") return null;
  if (audience === "paid" && price) return formatMoney(price, { trim: true });
  if (audience === "followers") return "Followers";
  return locked?.tier?.name ?? "Members";
}
