import type { Tx } from "@/lib/platform/db";
import { takenByTheBank } from "../rules";

/** Why we, and not the fan, have a membership end with what is paid. Kept as the code of its cancellation. */
const stops = ["dispute", "blocked"] as const;
export type Stop = (typeof stops)[number];

export const isStop = (code: string | null): code is Stop => stops.includes(code as Stop);

/** "dispute": a bank has taken a payment of this membership. "blocked": its member may buy nowhere. One statement through Sale(subscriptionId) and Dispute(saleId). */
export async function whyStopped(tx: Tx, { id, fanUserId }: { id: string; fanUserId: string }): Promise<Stop | undefined> {
  const [found] = await tx.$queryRaw<{ disputed: boolean; blocked: boolean }[]>`SELECT
    EXISTS (SELECT 1 FROM "Sale" s JOIN "Dispute" d ON d."saleId" = s.id WHERE s."subscriptionId" = ${id} AND d.stage = ANY(${takenByTheBank})) AS disputed,
    EXISTS (SELECT 1 FROM "BuyerBlock" b WHERE b."userId" = ${fanUserId} AND b."creatorId" IS NULL AND b."liftedAt" IS NULL) AS blocked`;
  return found?.disputed ? "dispute" : found?.blocked ? "blocked" : undefined;
}
