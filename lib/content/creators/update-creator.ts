import { audit } from "@/lib/platform/audit";
import { invalidate } from "@/lib/platform/cache";
import type { Tx, Verb } from "@/lib/platform/db";
import type { CreatorId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { AdultNotOpen, ArtNotUsable } from "./errors";
import { canEditCreator } from "./policy";
import { creatorsTag } from "./cache-tag";
import type { UpdateCreatorInput } from "./schema";
import { creatorSearchText } from "./search-text";

/** Changes what is given, leaves the rest. @throws NotFound, Forbidden, ArtNotUsable, AdultNotOpen */
export async function updateCreator({ ctx, input }: Verb<UpdateCreatorInput & { creatorId: CreatorId }>): Promise<void> {
  const { creatorId, ...change } = input;
  authorize(canEditCreator(ctx.actor, creatorId));
  if (change.rating === "adult") throw new AdultNotOpen();
  await ctx.transaction(async (tx) => {
    const before = await tx.creatorProfile.findUniqueOrThrow({ where: { id: creatorId } });
    const accent = change.artMediaId === undefined ? {} : { accent: await accentOfArt(tx, before.userId, change.artMediaId) };
    const after = { ...before, ...withoutUndefined(change) };
    await tx.creatorProfile.update({ where: { id: creatorId }, data: { ...withoutUndefined(change), ...accent, searchText: creatorSearchText(after) } });
    audit(tx, ctx, "creator.changed", { subject: creatorId, fields: Object.keys(change) });
  });
  await invalidate(creatorsTag);
}

async function accentOfArt(tx: Tx, ownerUserId: string, artMediaId: string | null): Promise<string | null> {
  if (artMediaId === null) return null;
  const art = await tx.media.findUnique({ where: { id: artMediaId }, select: { ownerUserId: true, kind: true, state: true, dominantColour: true } });
  if (art?.ownerUserId !== ownerUserId || art.kind !== "picture" || art.state !== "ready") throw new ArtNotUsable();
  return art.dominantColour;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
