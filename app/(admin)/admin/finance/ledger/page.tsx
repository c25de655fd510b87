import type { Metadata } from "next";
import { Suspense } from "react";
import { found } from "@/app/_server/found";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Skeleton } from "@/app/_ui/surfaces/skeleton";
import { accountKinds, type AccountFilter, bookAccounts, creatorAccounts, findBookings, findPayee, searchLedger } from "@/lib/commerce/papers";
import { readMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { FinanceHead } from "../_parts/finance-head";
import { Pages } from "../_parts/pages";
import { Balances } from "./balances";
import { Bookings } from "./bookings";
import { Filters, kinds } from "./filters";
import { LastCheck } from "./last-check";

export const metadata: Metadata = { title: "Ledger" };

const path = "/admin/finance/ledger";
type Query = { account?: string; creator?: string; kind?: string; from?: string; to?: string; amount?: string; id?: string; cursor?: string };

const day = (text: string | undefined): string | undefined => (text && /^2[01]\d\d-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined);
const trimmed = (text: string | undefined): string | undefined => text?.trim().slice(0, 80) || undefined;
const known = new Set<string>([...Object.keys(bookAccounts), ...Object.keys(creatorAccounts), ...accountKinds]);

export default async function Ledger({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ctx = await adminContext();
  const id = trimmed(query.id);
  const typed = trimmed(query.amount);
  const amount = typed ? readMoney(typed, "usd", { least: 1, most: Number.MAX_SAFE_INTEGER }).amount : null;
  const account = known.has(query.account ?? "") ? (query.account as AccountFilter) : undefined;
  const asked = { account, creator: trimmed(query.creator), kind: kinds.some(({ value }) => value === query.kind) ? query.kind : undefined, from: day(query.from), to: day(query.to), amount: amount === null ? undefined : typed };
  const payee = asked.creator ? await findPayee(ctx, asked.creator) : undefined;
  // Nobody of that name: nothing is theirs, rather than everything.
  const filter = { account, creatorId: asked.creator && (payee?.creatorId ?? asked.creator), kind: asked.kind, from: asked.from, to: asked.to, amount: amount ?? undefined };
  const result = id ? { data: await found(findBookings(ctx, id)), nextCursor: null, more: false } : await found(searchLedger(ctx, { ...filter, limit: 25, cursor: query.cursor }));
  const filtered = Boolean(id) || Object.values(asked).some(Boolean);
  return (
    <>
      <FinanceHead at={path} title="Ledger" lead="Every booking there ever was, newest first; its lines sum to zero. Press a line to see where it came from." />
      <Suspense fallback={<Skeleton className="mb-5 h-40 w-full rounded-m" />}>
        <Balances payee={payee} open={!filtered} />
      </Suspense>
      <LastCheck />
      <Filters asked={{ ...asked, id }} filtered={filtered} />
      <Complaints amount={typed && amount === null ? typed : undefined} creator={asked.creator && !payee ? asked.creator : undefined} />
      {result.data.length === 0 ? (
        <EmptyState title={result.more ? "Nothing in this stretch" : "Nothing matches"} action={result.more ? undefined : <LinkButton href={path}>Show all of it</LinkButton>}>
          {result.more ? "2,000 rows were looked through. Go on to look further back." : "Filters are exact: a whole id, a whole amount."}
        </EmptyState>
      ) : (
        <Bookings bookings={result.data} />
      )}
      <Pages path={path} query={asked} cursor={query.cursor} next={result.nextCursor} nextLabel={result.more ? "Look further back" : "Older"} />
    </>
  );
}

/** What was typed and means nothing, and what to type. */
function Complaints({ amount, creator }: { amount: string | undefined; creator: string | undefined }) {
  if (!amount && !creator) return null;
  return (
    <div role="alert" className="mb-3 text-danger">
      {amount && <p>“{amount}” is no amount. Type dollars and cents, like 8.41; it was left out.</p>}
      {creator && <p>There is no creator “{creator}”. Type their id, or the address of their page, like @marisolvane.</p>}
    </div>
  );
}
