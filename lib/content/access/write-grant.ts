import type { Tx } from "@/lib/platform/db";
import { type CreatorId, newId, type TierId, type UserId } from "@/lib/platform/ids";

export interface GrantInput {
  userId: UserId;
  creatorId: CreatorId;
  /** Null: follower's access. */
  tierId: TierId | null;
  source: "follow" | "subscription" | "gift";
  /** The row that gives it; one grant for each. */
  sourceId: string;
  startsAt: Date;
  endsAt: Date | null;
}

/** Writes or changes the grant of one source, in the caller's transaction. Repeating it changes nothing. */
export async function writeGrant(tx: Tx, { source, sourceId, ...rest }: GrantInput): Promise<void> {
  await tx.grant.upsert({
    where: { source_sourceId: { source, sourceId } },
    create: { id: newId("grant"), source, sourceId, ...rest },
    update: { tierId: rest.tierId, endsAt: rest.endsAt },
  });
}

/** Ends the grant of one source at `at`, unless it has ended before. */
export async function endGrant(tx: Tx, { source, sourceId, at }: { source: GrantInput["source"]; sourceId: string; at: Date }): Promise<void> {
  await tx.grant.updateMany({ where: { source, sourceId, OR: [{ endsAt: null }, { endsAt: { gt: at } }] }, data: { endsAt: at } });
}
