import { type Audience, holdsPost, maySee, noteOpening, noteUse, viewerStandings } from "@/lib/content/access";
import { isKept, isShown } from "@/lib/content/posts";
import { type Context, type Database, Prisma } from "@/lib/platform/db";
import type { MediaModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { asId, type MediaId, type UserId } from "@/lib/platform/ids";
import { noteDelivery } from "./note-delivery";
import type { Renditions } from "./rules";
import type { MediaView } from "./schema";

export function toMediaView(row: MediaModel): MediaView {
  const { kind, state, fileName, altText, refusedReason, width, height, durationMs } = row;
  return { id: asId("media", row.id), kind, state, fileName, altText, refusedReason, width, height, durationMs };
}

/** One's own file and how far it has come. @throws NotFound */
export async function ownMedia(db: Database, userId: UserId, mediaId: MediaId): Promise<MediaView> {
  const row = await db.media.findUnique({ where: { id: mediaId } });
  if (row?.ownerUserId !== userId) throw new NotFound("file");
  return toMediaView(row);
}

interface Use {
  renditions: Renditions;
  ownerUserId: string;
  isArt: boolean;
  /** `shown`: to everybody it is for; the others are kept for whoever bought them. */
  uses: { postId: string; creatorId: string; audience: Audience; tierRank: number | null; granted: boolean; shown: boolean }[] | null;
}

export interface OpenedMedia {
  key: string;
  contentType: string;
  bytes: number;
  /** Everyone may see it, so that shared caches may keep it. */
  public: boolean;
}

/**
 * Where one rendition lies, if the caller may see it: art and blurs by all, the rest as the posts it belongs to say.
 * A page that is closed to all serves none of its files, but to their owner.
 * Two statements by key, one for a visitor; what a member is given is noted, one more, a sound of a tier two. @throws NotFound, alike for what is not there and what is not theirs
 */
export async function openMedia(ctx: Context, mediaId: MediaId, rendition: string): Promise<OpenedMedia> {
  const use = await useOf(ctx, mediaId);
  const file = use && nearestRendition(use.renditions, rendition);
  if (!use || !file) throw new NotFound("file");
  const uses = use.uses ?? [];
  const isPublic = use.isArt || uses.some((one) => one.shown && (one.audience === "public" || rendition === "blur"));
  const opened = { key: file.key, contentType: file.contentType, bytes: file.bytes, public: isPublic };
  if (isPublic || (ctx.actor.kind === "user" && ctx.actor.userId === use.ownerUserId)) return opened;
  const standing = await viewerStandings(ctx.db, ctx.actor, uses.map((one) => one.creatorId), ctx.now);
  const seen = uses.find((one) => maySee(one, standing(one.creatorId)));
  if (!seen) throw new NotFound("file");
  await note(ctx, mediaId, seen, file.contentType.startsWith("audio/") ? "play" : "view");
  return opened;
}

/** A sound is played; a picture is looked at, and what was bought is opened with it. */
async function note(ctx: Context, mediaId: MediaId, seen: NonNullable<Use["uses"]>[number], kind: "play" | "view"): Promise<void> {
  if (seen.granted) return noteOpening(ctx, { postId: seen.postId, creatorId: seen.creatorId, kind, mediaId });
  if (kind === "play" && (seen.audience === "tier" || seen.audience === "paid")) await noteUse(ctx, seen.creatorId);
  await noteDelivery(ctx, { mediaId, use: seen, kind });
}

async function useOf(ctx: Context, mediaId: MediaId): Promise<Use | undefined> {
  const [row] = await ctx.db.$queryRaw<Use[]>`
    SELECT m.renditions, m."ownerUserId",
      EXISTS (SELECT 1 FROM "CreatorProfile" c WHERE c."userId" = m."ownerUserId" AND c."artMediaId" = m.id AND c."openedAt" IS NOT NULL AND c.rating = 'general') AS "isArt",
      (SELECT json_agg(json_build_object('postId', p.id, 'creatorId', p."creatorId", 'audience', p.audience, 'tierRank', t.rank, 'granted', ${holdsPost(ctx.actor, Prisma.sql`p.id`, ctx.now)}, 'shown', coalesce(${isShown(ctx.now)}, false)))
       FROM "PostMedia" pm JOIN "Post" p ON p.id = pm."postId" LEFT JOIN "Publication" pub ON pub."postId" = p.id JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Tier" t ON t.id = p."tierId"
       WHERE pm."mediaId" = m.id AND ((${isShown(ctx.now)}) OR (${isKept(ctx)}))) AS uses
    FROM "Media" m WHERE m.id = ${mediaId} AND m.state = 'ready'`;
  return row;
}

/** The width asked for, or the widest below it: small pictures have no large renditions. */
function nearestRendition(renditions: Renditions, wanted: string): Renditions[string] | undefined {
  const exact = renditions[wanted];
  if (exact || !wanted.startsWith("w")) return exact;
  const widths = Object.keys(renditions).filter((name) => /^w\d+$/u.test(name)).map((name) => Number(name.slice(1))).sort((a, b) => a - b);
  const below = widths.filter((width) => width <= Number(wanted.slice(1))).at(-1) ?? widths[0];
  return below === undefined ? undefined : renditions[`w${below}`];
}
