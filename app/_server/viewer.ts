import { cache } from "react";
import { mediaUrl } from "@/app/_client/media";
import type { Viewer } from "@/app/_ui/shell/viewer";
import { creatorById } from "@/lib/content/creators";
import { pageContext } from "./page-context";

/** One's own creator page, read once a request. */
export const ownCreator = cache(async () => {
  const { actor, db } = await pageContext();
  return actor.kind === "user" && actor.creatorId ? creatorById(db, actor.creatorId) : undefined;
});

/** Who is looking, for the frame of a page; null: nobody we know. Asks nothing beyond the session. */
export async function readViewer(): Promise<Viewer | null> {
  const { actor } = await pageContext();
  if (actor.kind !== "user") return null;
  const { page } = actor;
  return { name: page?.name ?? actor.displayName, handle: page?.handle ?? null, avatar: page?.artMediaId ? mediaUrl(page.artMediaId, "w320") : null, isCreator: page !== undefined, isAdmin: actor.capabilities.has("administer") };
}
