import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

type Kind = "asset" | "liability" | "revenue" | "expense";
export interface AccountName {
  code: string;
  kind: Kind;
  creatorId?: string;
}

/** The chart of accounts; docs/ledger.md explains each with an example. */
export const accounts = {
  /** What a provider holds for us. */
  rail: (rail: string): AccountName => ({ code: `rail:${rail}`, kind: "asset" }),
  /** What we owe a creator. */
  creator: (creatorId: string): AccountName => ({ code: `creator:${creatorId}`, kind: "liability", creatorId }),
  /** What we have earned. */
  platformFees: { code: "platform:fees", kind: "revenue" } as AccountName,
};

/** The row of an account in a currency, made on first use. */
export async function accountId(tx: Tx, { code, kind, creatorId }: AccountName, currency: string): Promise<string> {
  const known = await tx.ledgerAccount.findUnique({ where: { code_currency: { code, currency } }, select: { id: true } });
  if (known) return known.id;
  // Two firsts at once: one inserts, both read.
  await tx.ledgerAccount.createMany({ data: [{ id: newId("ledgerAccount"), code, kind, currency, creatorId: creatorId ?? null }], skipDuplicates: true });
  return (await tx.ledgerAccount.findUniqueOrThrow({ where: { code_currency: { code, currency } }, select: { id: true } })).id;
}
