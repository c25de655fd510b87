import type { Context, Tx } from "@/lib/platform/db";
import { BeingChecked, BoughtAlready, KeptByBuyers } from "./errors";
import type { PostRow } from "./find-post";

/** Somebody holds this post, or held it and may get it back. Through PostGrant(postId). */
export async function isBought(tx: Tx, postId: string): Promise<boolean> {
  return (await tx.postGrant.findFirst({ where: { postId }, select: { id: true } })) !== null;
}

/** What was sold stays whole: its files are not taken out and its words not emptied; what only its buyers see takes in nothing that was not looked at. @throws BoughtAlready, KeptByBuyers */
export async function checkBought(tx: Tx, post: PostRow, after: { body: string; mediaIds: string[] | undefined }): Promise<void> {
  const emptied = post.body !== "" && after.body === "";
  if ((after.mediaIds === undefined && !emptied) || !(await isBought(tx, post.id))) return;
  if (emptied) throw new BoughtAlready("words");
  const before = await tx.postMedia.findMany({ where: { postId: post.id }, select: { mediaId: true, media: { select: { state: true, createdAt: true } } }, take: 100 });
  const last = await tx.postGrant.findFirst({ where: { postId: post.id }, orderBy: { startsAt: "desc" }, select: { startsAt: true } });
  const left = new Set(after.mediaIds);
  // What came after the last sale nobody paid for, and what could not be used nobody saw.
  const paidFor = before.filter(({ media }) => media.state === "ready" && last !== null && media.createdAt <= last.startsAt);
  if (paidFor.some(({ mediaId }) => !left.has(mediaId))) throw new BoughtAlready("files");
  const known = new Set(before.map(({ mediaId }) => mediaId));
  if (post.keptAt && [...left].some((mediaId) => !known.has(mediaId))) throw new KeptByBuyers();
}

/** Buyers go on seeing what is taken back from everybody else, as it was cleared: what nobody looked at is shown to nobody. @throws BeingChecked */
export async function keepForBuyers(tx: Tx, ctx: Context, post: PostRow): Promise<boolean> {
  if (!(await isBought(tx, post.id))) return false;
  if (post.publication && !post.publication.clearedAt && !post.keptAt) throw new BeingChecked();
  if (post.publication && !post.keptAt) await tx.post.update({ where: { id: post.id }, data: { keptAt: ctx.now } });
  return true;
}
