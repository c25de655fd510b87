import { audit } from "@/lib/platform/audit";
import { isUniqueViolation, type Verb } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { type CreatorId, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { HandleTaken, HasPageAlready } from "./errors";
import { canOpenPage } from "./policy";
import type { OpenCreatorPageInput } from "./schema";
import { creatorSearchText } from "./search-text";

/** Opens the caller's page. @throws HandleTaken, HasPageAlready, Forbidden */
export async function openCreatorPage({ ctx, input }: Verb<OpenCreatorPageInput>): Promise<{ id: CreatorId; handle: string }> {
  authorize(canOpenPage(ctx.actor));
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  if (ctx.actor.creatorId) throw new HasPageAlready();
  const { userId } = ctx.actor;
  try {
    return await ctx.transaction(async (tx) => {
      const id = newId("creator");
      const searchText = creatorSearchText({ ...input, city: "", genres: [], tags: [] });
      await tx.creatorProfile.create({ data: { id, userId, ...input, searchText, openedAt: ctx.now } });
      audit(tx, ctx, "creator.opened", { subject: id, handle: input.handle });
      emit(tx, "creator.opened", { creatorId: id });
      return { id, handle: input.handle };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (await ctx.db.creatorProfile.count({ where: { userId } })) throw new HasPageAlready();
    throw new HandleTaken();
  }
}
