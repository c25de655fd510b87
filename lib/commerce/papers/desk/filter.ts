import { accounts } from "@/lib/commerce/ledger";
import { Prisma } from "@/lib/platform/db";

/** The accounts one can ask for by name. Those of creators are one for each: with a creator named, that one. */
export const bookAccounts = {
  rail: { label: "Provider balance", kind: "asset", code: accounts.rail("stripe").code },
  disputed: { label: "Disputed, not decided", kind: "asset", code: accounts.disputed.code },
  suspense: { label: "Suspense", kind: "asset", code: accounts.suspense.code },
  shield: { label: "Chargeback shield", kind: "liability", code: accounts.shield.code },
  withheld: { label: "Withheld for the tax office", kind: "liability", code: accounts.withheldTax.code },
  fees: { label: "Our fees", kind: "revenue", code: accounts.platformFees.code },
  providerFees: { label: "Provider fees we bear", kind: "expense", code: accounts.providerFees.code },
  losses: { label: "Losses", kind: "expense", code: accounts.losses.code },
} as const;
export const creatorAccounts = { own: { label: "A creator's balance", ending: "" }, held: { label: "A creator's held money", ending: ":held" }, payout: { label: "On its way to a creator", ending: ":payout" } } as const;
export const accountKinds = ["asset", "liability", "revenue", "expense"] as const;

export type AccountFilter = keyof typeof bookAccounts | keyof typeof creatorAccounts | (typeof accountKinds)[number];

export interface LedgerFilter {
  account?: AccountFilter | undefined;
  creatorId?: string | undefined;
  kind?: string | undefined;
  /** Days, both within. */
  from?: string | undefined;
  to?: string | undefined;
  /** Minor units, whatever its side. */
  amount?: number | undefined;
}

const isOurs = (account: string): account is keyof typeof bookAccounts => account in bookAccounts;
const ofCreator = (account: string): account is keyof typeof creatorAccounts => account in creatorAccounts;

/** The codes of the few accounts that are asked for; undefined: not a few, or all. With a creator named it is always theirs. */
export function codesOf({ account, creatorId }: LedgerFilter): string[] | undefined {
  if (creatorId) return Object.entries(creatorAccounts).filter(([name]) => !account || !ofCreator(account) || account === name).map(([, { ending }]) => `creator:${creatorId}${ending}`);
  return account && oursBy(account);
}

/** Of a creator's bookings, those with a line in an account of ours as well; undefined: all of them. */
export function alsoIn({ account, creatorId }: LedgerFilter): string[] | undefined {
  return account && creatorId ? oursBy(account) : undefined;
}

/** Liabilities are those of every creator too. */
function oursBy(account: AccountFilter): string[] | undefined {
  if (isOurs(account)) return [bookAccounts[account].code];
  return account === "asset" || account === "revenue" || account === "expense" ? Object.values(bookAccounts).filter((one) => one.kind === account).map(({ code }) => code) : undefined;
}

/** What a line `e` with its account `a` must be; undefined: anything. */
export function lineIs({ account, amount }: LedgerFilter): Prisma.Sql | undefined {
  const parts: Prisma.Sql[] = [];
  if (amount !== undefined) parts.push(Prisma.sql`abs(e.amount) = ${amount}`);
  if (account && ofCreator(account)) parts.push(account === "own" ? Prisma.sql`is_own_account(a.code, a."creatorId")` : Prisma.sql`a.code LIKE ${`creator:%${creatorAccounts[account].ending}`}`);
  if (account === "liability") parts.push(Prisma.sql`a.kind = 'liability'`);
  return parts.length > 0 ? Prisma.join(parts, " AND ") : undefined;
}

const day = (text: string, more = 0): Date => new Date(Date.parse(`${text}T00:00:00Z`) + more);

/** What a booking `t` must be. */
export function bookingIs({ kind, from, to }: LedgerFilter): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (kind) parts.push(Prisma.sql`t.kind = ${kind}`);
  if (from) parts.push(Prisma.sql`t."occurredAt" >= ${day(from)}`);
  if (to) parts.push(Prisma.sql`t."occurredAt" < ${day(to, 86_400_000)}`);
  return Prisma.join(parts, " AND ");
}
