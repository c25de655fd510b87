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
  /** What we owe a creator and nothing keeps from them. Below zero: what they owe us. */
  creator: (creatorId: string): AccountName => ({ code: `creator:${creatorId}`, kind: "liability", creatorId }),
  /** Owed to a creator and kept back: by a dispute, say. */
  held: (creatorId: string): AccountName => ({ code: `creator:${creatorId}:held`, kind: "liability", creatorId }),
  /** On its way to a creator's bank: no longer theirs to spend, not yet out of our hands. */
  payout: (creatorId: string): AccountName => ({ code: `creator:${creatorId}:payout`, kind: "liability", creatorId }),
  /** What we have earned. */
  platformFees: { code: "platform:fees", kind: "revenue" } as AccountName,
  /** What providers keep that no creator pays for: the card fee of a refund, the price of a dispute. */
  providerFees: { code: "platform:provider-fees", kind: "expense" } as AccountName,
  /** What we lose: a disputed sale that nobody else bears. */
  losses: { code: "platform:losses", kind: "expense" } as AccountName,
  /** Taken by banks and not decided. */
  disputed: { code: "platform:disputed", kind: "asset" } as AccountName,
  /** Set aside out of our fees, for creators whose fans dispute in bad faith. */
  shield: { code: "platform:shield", kind: "liability" } as AccountName,
  /** Withheld from payouts for the tax office. */
  withheldTax: { code: "tax:withheld", kind: "liability" } as AccountName,
  /** What the provider says it moved and we cannot explain yet. */
  suspense: { code: "platform:suspense", kind: "asset" } as AccountName,
};

/** The rows of some accounts in a currency by their codes; made on first use. One statement where all are known. */
export async function accountIds(tx: Tx, names: AccountName[], currency: string): Promise<Map<string, string>> {
  const wanted = new Map(names.map((name) => [name.code, name]));
  const known = await find(tx, [...wanted.keys()], currency);
  const missing = [...wanted.values()].filter(({ code }) => !known.has(code));
  if (missing.length === 0) return known;
  // Two firsts at once: one inserts, both read.
  await tx.ledgerAccount.createMany({ data: missing.map(({ code, kind, creatorId }) => ({ id: newId("ledgerAccount"), code, kind, currency, creatorId: creatorId ?? null })), skipDuplicates: true });
  return find(tx, [...wanted.keys()], currency);
}

async function find(tx: Tx, codes: string[], currency: string): Promise<Map<string, string>> {
  const rows = await tx.ledgerAccount.findMany({ where: { currency, code: { in: codes } }, select: { id: true, code: true }, take: codes.length });
  return new Map(rows.map((row) => [row.code, row.id]));
}
