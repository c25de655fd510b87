import type { Context } from "@/lib/platform/db";
import { asId, type CreatorId, type PostId } from "@/lib/platform/ids";
import type { Currency } from "@/lib/platform/money";

/** A post that can be bought now: cleared, due, with a price, on a page that is open. What its page is rated is for the payment rail to judge. */
export interface OnSale {
  id: PostId;
  creatorId: CreatorId;
  title: string;
  kind: "text" | "picture" | "audio";
  price: number;
  currency: Currency;
}

interface Row { id: string; creatorId: string; title: string; kind: OnSale["kind"]; price: number; currency: string }

/** Those of these posts that can be bought now, in the order they were asked for. One statement by primary key. */
export async function postsOnSale({ db, now }: { db: Pick<Context["db"], "$queryRaw">; now: Date }, postIds: string[]): Promise<OnSale[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p."creatorId", p.title, p.kind::text AS kind, p.price, p.currency FROM "Post" p JOIN "Publication" pub ON pub."postId" = p.id JOIN "CreatorProfile" c ON c.id = p."creatorId"
    WHERE p.id = ANY(${postIds}) AND p.audience = 'paid' AND pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${now} AND c."openedAt" IS NOT NULL`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return postIds.flatMap((id) => found.get(id) ?? []).map(toOnSale);
}

const toOnSale = ({ id, creatorId, currency, ...rest }: Row): OnSale => ({ ...rest, id: asId("post", id), creatorId: asId("creator", creatorId), currency: currency as Currency });

/** One's own posts that can be bought now, last made first; a hundred at most. One statement through Post(creatorId, createdAt, id) of those with a price. */
export async function ownPostsOnSale({ db, now }: Context, creatorId: CreatorId): Promise<OnSale[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p."creatorId", p.title, p.kind::text AS kind, p.price, p.currency FROM "Post" p JOIN "Publication" pub ON pub."postId" = p.id
    WHERE p."creatorId" = ${creatorId} AND p.price IS NOT NULL AND pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${now} ORDER BY p."createdAt" DESC, p.id DESC LIMIT 100`;
  return rows.map(toOnSale);
}
