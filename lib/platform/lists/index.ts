import { z } from "zod";
import { AppError } from "@/lib/platform/errors";

/** The query of every list: how many, and from where. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20).describe("At most this many, 1 to 100."),
  cursor: z.string().max(200).optional().describe("Where the page before ended, as given by nextCursor."),
});
export type PageQuery = z.infer<typeof pageQuery>;

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export const pageOf = <T>(item: z.ZodType<T>) => z.object({ data: z.array(item), nextCursor: z.string().nullable() });

/** Where a row stands in a list that is ordered by time and then id. */
export interface Position {
  at: Date;
  id: string;
}

export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

/** @throws AppError bad_request when it is not one of ours */
export function decodeCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [time = "", id = "", rest] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  const at = new Date(time);
  // As encodeCursor writes them, and of years that rows of ours have: a calendar may go further than the database does.
  const ours = /^2[01]\d\d-/u.test(time) && !Number.isNaN(at.getTime()) && at.toISOString() === time;
  if (rest !== undefined || !ours || !/^\w{3}_\w{26}$/u.test(id)) {
    const reason = "This cursor is not one we gave. Start again without it.";
    throw new AppError("bad_request", reason, { invalidParams: [{ name: "query.cursor", reason }] });
  }
  return { at, id };
}

/** Cuts a list that was read one longer than asked, and says where the next page begins. */
export function toPage<Row, Item>(rows: Row[], limit: number, position: (row: Row) => Position, item: (row: Row) => Item): Page<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { data: kept.map(item), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null };
}
