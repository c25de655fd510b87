import { fold } from "@/lib/content/creators";
import type { Tx } from "@/lib/platform/db";
import { MediaNotYours, MediaRefused, TierNotYours } from "./errors";

export interface Parts {
  title: string;
  body: string;
  audience: "public" | "followers" | "tier";
  tierId: string | null;
}

/** The tier belongs to the creator. @throws TierNotYours */
export async function checkTier(tx: Tx, creatorId: string, tierId: string | null | undefined): Promise<void> {
  if (!tierId) return;
  if ((await tx.tier.count({ where: { id: tierId, creatorId } })) === 0) throw new TierNotYours();
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
