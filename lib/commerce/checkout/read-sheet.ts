import type { FeeSchedule } from "@/lib/commerce/fees";
import { CodeRefused, codeText, judgeOffer, type OfferView, selectOffer } from "@/lib/commerce/promotions";
import { splitInForce } from "@/lib/commerce/purchases";
import { type Context, Prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { CreatorId } from "@/lib/platform/ids";
import { networkOf } from "@/lib/platform/http/address";
import { takeGuess } from "@/lib/platform/ratelimit";

export interface JoinSheet {
  /** What is taken now. */
  fees: Pick<FeeSchedule, "platformBps" | "estimateProcessingBps" | "estimateProcessingFixed">;
  /** The page shares what it sells with others. */
  shared: boolean;
  /** They have not tried this page yet; a visitor may have, and is told once we know them. */
  mayTry: boolean;
  code: { offer: OfferView | null; text: string; problem: string | undefined };
}

type Row = JoinSheet["fees"] & { tried: boolean; shared: boolean } & Partial<Parameters<typeof judgeOffer>[0] & object>;

/** Codes are short and could be guessed: looks for one are counted, for whoever looks and for where they are. What is said when it was one too many. */
async function tooMany({ actor, address }: Context): Promise<string | undefined> {
  try {
    if (actor.kind === "user") await takeGuess(`code:${actor.userId}`);
    if (address) await takeGuess(`code:${networkOf(address)}`);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== "rate_limited" && error.code !== "unavailable")) throw error;
    return error.message;
  }
}

/** What a sheet to join on says beside the tiers: the fees, whether the page shares what is left, whether there are days to try, and what a code does that came along. One statement. */
export async function readSheet(ctx: Context, { creatorId, said }: { creatorId: CreatorId; said: string }): Promise<JoinSheet> {
  const fan = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const text = said.trim().slice(0, 40);
  const code = codeText.safeParse(text);
  const refused = code.success ? await tooMany(ctx) : undefined;
  const looks = code.success && refused === undefined;
  const offered = looks ? Prisma.sql`LEFT JOIN LATERAL (${selectOffer(ctx, creatorId, code.data)}) o ON true` : Prisma.empty;
  const [row] = await ctx.db.$queryRaw<Row[]>`
    SELECT f."platformBps", f."estimateProcessingBps", f."estimateProcessingFixed", EXISTS (SELECT 1 FROM "Trial" t WHERE t."fanUserId" = ${fan} AND t."creatorId" = ${creatorId}) AS tried,
      EXISTS (SELECT 1 FROM "RevenueSplit" s WHERE ${splitInForce(creatorId, ctx.now)}) AS shared ${looks ? Prisma.sql`, o.*` : Prisma.empty}
    FROM (SELECT * FROM "FeeSchedule" WHERE "effectiveFrom" <= ${ctx.now} ORDER BY "effectiveFrom" DESC LIMIT 1) f ${offered}`;
  if (!row) throw new Error("no fee schedule is in force; add a row to FeeSchedule");
  const { platformBps, estimateProcessingBps, estimateProcessingFixed, tried, shared } = row;
  const sheet = { fees: { platformBps, estimateProcessingBps, estimateProcessingFixed }, shared, mayTry: !tried };
  if (text === "") return { ...sheet, code: { offer: null, text, problem: undefined } };
  if (!code.success) return { ...sheet, code: { offer: null, text, problem: code.error.issues[0]?.message } };
  if (refused !== undefined) return { ...sheet, code: { offer: null, text, problem: refused } };
  try {
    return { ...sheet, code: { offer: judgeOffer(row.id ? (row as Parameters<typeof judgeOffer>[0]) : undefined, ctx.now), text: code.data, problem: undefined } };
  } catch (error) {
    if (!(error instanceof CodeRefused)) throw error;
    return { ...sheet, code: { offer: null, text, problem: error.message } };
  }
}
