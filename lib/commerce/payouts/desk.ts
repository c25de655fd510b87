import { listAudit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId, type PayoutId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import type { PayoutModel } from "@/lib/platform/db/generated/models";
import { authorize } from "@/lib/platform/policy";
import { canAnswerForPayouts } from "./policy";
import { explainPayout, type SettledLine, toPayout } from "./queries";
import { approversNeeded } from "./rules";
import type { PayoutView } from "./schema";

export interface Payee {
  creatorId: CreatorId;
  name: string;
  handle: string;
}
export type DeskPayout = PayoutView & { payee: Payee; approvals: number };
type Row = PayoutModel & { name: string; handle: string; approvals: number };

const toDesk = (row: Row): DeskPayout => ({ ...toPayout(row), payee: { creatorId: asId("creator", row.creatorId), name: row.name, handle: row.handle }, approvals: row.approvals });

/** Payouts, newest first: all, of a state, of a creator. Each through an index of its own. @throws NotFound for who is no administrator */
export async function listPayouts(ctx: Context, { state, creatorId, limit, cursor }: PageQuery & { state?: PayoutView["state"] | undefined; creatorId?: CreatorId | undefined }): Promise<Page<DeskPayout>> {
  authorize(canAnswerForPayouts(ctx.actor));
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT p.*, c.name, c.handle, (SELECT count(*)::int FROM "PayoutApproval" a WHERE a."payoutId" = p.id) AS approvals
    FROM (SELECT * FROM "Payout" WHERE true ${creatorId ? Prisma.sql`AND "creatorId" = ${creatorId}` : Prisma.empty} ${state ? Prisma.sql`AND state = ${state}::"PayoutState"` : Prisma.empty}
      ${position ? Prisma.sql`AND ("createdAt", id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY "createdAt" DESC, id DESC LIMIT ${limit + 1}) p
    CROSS JOIN LATERAL (SELECT name, handle FROM "CreatorProfile" WHERE id = p."creatorId" LIMIT 1) c ORDER BY p."createdAt" DESC, p.id DESC`;
  return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }), toDesk);
}

export interface PayoutDesk {
  payout: PayoutView;
  payee: Payee;
  day: string;
  provider: { rail: string; destination: string; transferId: string | null; payoutId: string | null; reversalId: string | null; failureCode: string | null };
  steps: { at: string; what: string }[];
  settled: SettledLine[];
  approvals: { userId: string; name: string; reason: string; at: string; you: boolean }[];
  approversNeeded: number;
  /** What keeps it back now. */
  holds: DeskHold[];
  trail: { seq: number; at: string; action: string; actorKind: string; actorId: string | null; data: unknown }[];
}

/** One payout with all that is known of it. Seven statements. @throws NotFound */
export async function readPayoutDesk(ctx: Context, payoutId: PayoutId): Promise<PayoutDesk> {
  authorize(canAnswerForPayouts(ctx.actor), "payout");
  const row = await ctx.db.payout.findUnique({ where: { id: payoutId }, include: { approvals: { orderBy: { createdAt: "asc" }, take: 10 } } });
  if (!row) throw new NotFound("payout");
  const [page, people, { payout, settled }, holds, trail] = await Promise.all([
    ctx.db.creatorProfile.findUniqueOrThrow({ where: { id: row.creatorId }, select: { name: true, handle: true } }),
    ctx.db.user.findMany({ where: { id: { in: row.approvals.map(({ adminUserId }) => adminUserId) } }, select: { id: true, displayName: true }, take: 10 }),
    explainPayout(ctx, payoutId),
    listHolds(ctx, { creatorId: asId("creator", row.creatorId), inForce: true, limit: 20 }),
    listAudit(ctx.db, { subject: payoutId, limit: 50 }),
  ]);
  const { rail, destination, transferId, reversalId, failureCode } = row;
  const me = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  return {
    payout, settled, payee: { creatorId: asId("creator", row.creatorId), ...page }, day: row.day.toISOString().slice(0, 10), provider: { rail, destination, transferId, payoutId: row.providerId, reversalId, failureCode }, steps: stepsOf(row),
    approvals: row.approvals.map(({ adminUserId, reason, createdAt }) => ({ userId: adminUserId, name: people.find(({ id }) => id === adminUserId)?.displayName ?? "somebody who is gone", reason, at: createdAt.toISOString(), you: adminUserId === me })),
    approversNeeded, holds: holds.data, trail: trail.reverse().map(({ seq, at, action, actorKind, actorId, data }) => ({ seq, at: at.toISOString(), action, actorKind, actorId, data })),
  };
}

/** What has happened to it by its own times. */
function stepsOf(row: PayoutModel): { at: string; what: string }[] {
  const ended = { returned: "Brought back into the balance", cancelled: "Stopped; back in the balance" }[row.state as string] ?? "Ended";
  const all: [Date | null, string][] = [[row.createdAt, "Taken out of the balance"], [row.sendingAt, "Asked of the provider; from here on it may have left"], [row.transferredAt, "In the creator's account at the provider"], [row.paidAt, "In the bank"], [row.endedAt, ended]];
  return all.flatMap(([at, what]) => (at ? [{ at: at.toISOString(), what }] : []));
}

export interface DeskHold {
  id: string;
  payee: Payee;
  rule: string;
  reason: string;
  whatToDo: string;
  /** Whose decision; null: a rule's. */
  owner: string | null;
  startsAt: string;
  endsAt: string | null;
  liftedAt: string | null;
  liftedReason: string | null;
  inForce: boolean;
}

type HoldRow = { id: string; creatorId: string; rule: string; reason: string; whatToDo: string; owner: string | null; startsAt: Date; endsAt: Date | null; liftedAt: Date | null; liftedReason: string | null; name: string; handle: string };

/** Holds, newest first: all, those in force, of a creator. One whose end has passed stands among those in force until the next hold or payout looks at it. @throws NotFound for who is no administrator */
export async function listHolds(ctx: Context, { inForce = false, creatorId, limit, cursor }: PageQuery & { inForce?: boolean; creatorId?: CreatorId | undefined }): Promise<Page<DeskHold>> {
  authorize(canAnswerForPayouts(ctx.actor));
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<HoldRow[]>`
    SELECT h.*, c.name, c.handle, u."displayName" AS owner FROM (SELECT * FROM "PayoutHold" WHERE true ${inForce ? Prisma.sql`AND "liftedAt" IS NULL` : Prisma.empty} ${creatorId ? Prisma.sql`AND "creatorId" = ${creatorId}` : Prisma.empty}
      ${position ? Prisma.sql`AND ("startsAt", id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY "startsAt" DESC, id DESC LIMIT ${limit + 1}) h
    CROSS JOIN LATERAL (SELECT name, handle FROM "CreatorProfile" WHERE id = h."creatorId" LIMIT 1) c LEFT JOIN "User" u ON u.id = h."ownerUserId" ORDER BY h."startsAt" DESC, h.id DESC`;
  return toPage(rows, limit, (row) => ({ at: row.startsAt, id: row.id }), ({ creatorId: of, name, handle, startsAt, endsAt, liftedAt, id, rule, reason, whatToDo, owner, liftedReason }) => ({
    id, rule, reason, whatToDo, owner, liftedReason, payee: { creatorId: asId("creator", of), name, handle }, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null, liftedAt: liftedAt?.toISOString() ?? null, inForce: liftedAt === null && (endsAt === null || endsAt > ctx.now),
  }));
}
