import { z } from "zod";
import type { CreatorProfileModel } from "@/lib/platform/db/generated/models";
import type { Database } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import type { Creator, CreatorCard } from "./schema";

const links = z.array(z.object({ label: z.string(), url: z.string() })).catch([]);

export function toCreator(row: CreatorProfileModel): Creator {
  return { ...toCreatorCard(row), bio: row.bio, tags: row.tags, links: links.parse(row.links), postCount: row.postCount };
}

type CardColumns = Pick<CreatorProfileModel, "id" | "handle" | "name" | "tagline" | "city" | "genres" | "artMediaId" | "accent" | "memberCount">;
export function toCreatorCard(row: CardColumns): CreatorCard {
  return { id: asId("creator", row.id), handle: row.handle, name: row.name, tagline: row.tagline, city: row.city, genres: row.genres, artMediaId: row.artMediaId === null ? null : asId("media", row.artMediaId), accent: row.accent, memberCount: row.memberCount };
}

/** A creator whose page is open to all, by handle; one statement by unique key. */
export async function creatorByHandle(db: Database, handle: string): Promise<(Creator & { userId: string }) | undefined> {
  const row = await db.creatorProfile.findUnique({ where: { handle } });
  if (row?.openedAt === null || row === null || row.rating === "adult") return undefined;
  return { ...toCreator(row), userId: row.userId };
}

/** One's own page, as the studio edits it. */
export async function creatorById(db: Database, id: string): Promise<(Creator & { rating: "general" | "adult" }) | undefined> {
  const row = await db.creatorProfile.findUnique({ where: { id } });
  return row ? { ...toCreator(row), rating: row.rating } : undefined;
}
