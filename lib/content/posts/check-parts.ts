import { fold } from "@/lib/content/creators";
import type { Audience } from "@/lib/content/access";
import type { Tx } from "@/lib/platform/db";
import { MediaNotYours, MediaRefused, NoPrice, TierNotYours } from "./errors";

export interface Parts {
  title: string;
  body: string;
  audience: Audience;
}
/** Whom a post is for, as its row says it: one column holds the tier it is for or is included from. */
export interface For {
  audience: Audience;
  tierId: string | null;
  price: number | null;
  currency: string | null;
}
export interface SaidFor {
  audience?: Audience | undefined;
  tierId?: string | null | undefined;
  price?: number | null | undefined;
  includedFromTierId?: string | null | undefined;
}

/** Whom it is for after what was said; what was not said stays. @throws NoPrice */
export function forWhom(said: SaidFor, before?: For): For {
  const audience = said.audience ?? before?.audience ?? "public";
  const same = before?.audience === audience ? before : undefined;
  if (audience !== "paid") {
    if (said.price) throw new NoPrice(false);
    return { audience, tierId: audience === "tier" ? (said.tierId ?? same?.tierId ?? null) : null, price: null, currency: null };
  }
  const price = said.price ?? same?.price ?? null;
  if (price === null) throw new NoPrice(true);
  return { audience, tierId: said.includedFromTierId === undefined ? (same?.tierId ?? null) : said.includedFromTierId, price, currency: "usd" };
}

/** The tier belongs to the creator. @throws TierNotYours */
export async function checkTier(tx: Tx, creatorId: string, { audience, tierId }: For): Promise<void> {
  if (!tierId) return;
  if ((await tx.tier.count({ where: { id: tierId, creatorId } })) === 0) throw new TierNotYours(audience === "paid" ? "includedFromTierId" : "tierId");
}

/** The files belong to the creator's account and none was refused. Returns what kind of post they make. @throws MediaNotYours, MediaRefused */
export async function kindOfPost(tx: Tx, ownerUserId: string, mediaIds: string[]): Promise<"text" | "picture" | "audio"> {
  if (mediaIds.length === 0) return "text";
  const rows = await tx.media.findMany({ where: { id: { in: mediaIds }, ownerUserId }, select: { kind: true, state: true } });
  if (rows.length !== new Set(mediaIds).size) throw new MediaNotYours();
  if (rows.some((row) => row.state === "refused")) throw new MediaRefused();
  return rows.some((row) => row.kind === "audio") ? "audio" : "picture";
}

/** Search looks at titles, and at words only where everyone may read them. */
export const postSearchText = ({ title, body, audience }: Parts): string => fold(audience === "public" ? `${title} ${body}` : title).slice(0, 8_000);
