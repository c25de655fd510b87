import { checkLedger, faultsOf } from "@/lib/commerce/ledger";
import { reconcile } from "@/lib/commerce/reconciliation";
import { verifyAuditChain } from "@/lib/platform/audit";
import { hash } from "node:crypto";
import { database, systemContext } from "@/lib/platform/db";
import { deadLetterCount, queueDepths } from "@/lib/platform/jobs";
import type { World } from "./world";

export interface Verdict {
  faults: string[];
  figures: Record<string, number | string>;
  /** The same seed ends with the same one. */
  digest: string;
}

/** What must be so at the end, whatever happened: asked of our books, of the provider, and of both together. */
export async function judge({ desk }: World): Promise<Verdict> {
  const db = database();
  const health = await checkLedger(db);
  const { difference, inFlight, lines, providerBalance, ledgerSum } = await reconcile(systemContext("simulation"));
  const chain = await verifyAuditChain(db, "");
  const [sums] = await db.$queryRaw<{ off: bigint }[]>`SELECT count(*) AS off FROM (SELECT 1 FROM "LedgerEntry" GROUP BY currency HAVING sum(amount) <> 0) AS wrong`;
  const waiting = (await queueDepths(db)).filter((lane) => lane.waiting + lane.active > 0);
  const dead = await deadLetterCount(db);
  const faults = [
    ...faultsOf(health),
    ...(sums?.off ? ["the books do not sum to zero"] : []),
    ...(difference !== 0 || inFlight !== 0 || lines.length > 0 || providerBalance !== ledgerSum ? [`the provider's books differ by ${difference} (${inFlight} in flight): ${JSON.stringify(lines.slice(0, 5))}`] : []),
    ...(chain.brokenAt ? [`the audit chain breaks at ${chain.brokenAt}`] : []),
    ...waiting.map(({ lane, waiting: count, active }) => `${count + active} jobs wait in ${lane}`),
    ...(dead > 0 ? [`${dead} jobs lie with the dead letters: ${await lastWords()}`] : []),
    ...(await chargesAstray(desk)),
    ...(await payoutsAstray(desk)),
    ...(await paidShort()),
  ];
  const totals = await totalsOf();
  return { faults, figures: { transactions: health.transactions, lines: health.entries, ...totals }, digest: hash("sha256", JSON.stringify([totals, await eachOne()])).slice(0, 16) };
}

async function lastWords(): Promise<string> {
  const rows = await database().$queryRaw<{ data: { job: string; data: object }; output: { message?: string } | null }[]>`SELECT data, output FROM pgboss.job WHERE name = 'dead-letters' LIMIT 10`;
  return JSON.stringify(rows.map(({ data, output }) => ({ job: data.job, data: data.data, says: output?.message })));
}

/** Each charge of the provider is one sale of the same amount; there is no sale without its charge. */
async function chargesAstray(desk: World["desk"]): Promise<string[]> {
  const sold = new Map((await database().sale.findMany({ select: { providerCharge: true, gross: true } })).map((sale) => [sale.providerCharge, sale.gross]));
  const faults: string[] = [];
  for await (const charge of desk.charges.list({ limit: 100 })) {
    if (charge.status !== "succeeded") continue;
    const gross = sold.get(charge.id);
    sold.delete(charge.id);
    if (gross === charge.amount) continue;
    // A second payment for one thing goes back whole and is no sale.
    if (gross === undefined && charge.amount_refunded === charge.amount) continue;
    faults.push(`charge ${charge.id} of ${charge.amount} was booked as ${gross ?? "nothing"}`);
  }
  return [...faults, ...[...sold].map(([charge, gross]) => `a sale of ${gross} has no charge ${charge}`)];
}

/** Each payout was sent at most once and stands there as it stands here: nobody is paid twice. */
async function payoutsAstray(desk: World["desk"]): Promise<string[]> {
  const sent = new Map<string, number>();
  for await (const { metadata, amount, amount_reversed } of desk.transfers.list({ limit: 100 })) {
    const id = metadata["payoutId"] ?? "?";
    sent.set(id, (sent.get(id) ?? 0) + amount - amount_reversed);
  }
  const ours = await database().payout.findMany({ select: { id: true, amount: true, state: true, creatorId: true } });
  const there = new Set(["transferred", "in_transit", "paid"]);
  const faults = ours.flatMap(({ id, amount, state }) => {
    const want = there.has(state) ? amount : 0;
    const found = sent.get(id) ?? 0;
    sent.delete(id);
    return want === found ? [] : [`payout ${id} (${state}) of ${amount}: ${found} is with the creator`];
  });
  return [...faults, ...[...sent].filter(([, amount]) => amount !== 0).map(([id, amount]) => `${amount} were sent for ${id}, which we do not know`)];
}

/** What is old enough, of whoever can be paid and is not held, is paid; else a note of the day says why: nobody is paid short. */
async function paidShort(): Promise<string[]> {
  const rows = await database().$queryRaw<{ creatorId: string; ready: bigint }[]>`
    SELECT a."creatorId" AS "creatorId", -sum(u.amount) AS ready FROM "UnsettledEntry" u JOIN "LedgerAccount" a ON a.id = u."accountId"
      JOIN "LedgerEntry" e ON e.id = u."entryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE t."occurredAt" < simulation.now() - interval '9 days' AND NOT EXISTS (SELECT 1 FROM "PayoutNote" n WHERE n."creatorId" = a."creatorId" AND n.day >= (simulation.now() - interval '2 days')::date)
      AND NOT EXISTS (SELECT 1 FROM "Payout" p WHERE p."creatorId" = a."creatorId" AND p.state IN ('awaiting_approval', 'pending', 'transferred', 'in_transit'))
    GROUP BY 1 HAVING -sum(u.amount) > 0`;
  return rows.map(({ creatorId, ready }) => `${creatorId} is owed ${ready}, and nothing says why it is not paid`);
}

/** What each creator sold, had back, was paid and has, by the order of their handles: for the digest, in which no id may be. */
async function eachOne(): Promise<unknown[]> {
  return database().$queryRaw`
    SELECT c.handle, a.kind::text, a.code LIKE 'creator-%' AS apart, sum(e.amount)::text AS sum, count(*)::int AS lines FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "CreatorProfile" c ON c.id = a."creatorId"
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

async function totalsOf(): Promise<Record<string, number>> {
  const rows = await database().$queryRaw<{ name: string; value: bigint }[]>`
    SELECT 'account ' || regexp_replace(a.code, ':.*', '') AS name, sum(e.amount) AS value FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" GROUP BY 1
    UNION ALL SELECT 'sales ' || kind, count(*) FROM "Sale" GROUP BY 1 UNION ALL SELECT 'refunds ' || initiator || ' ' || state, count(*) FROM "Refund" GROUP BY 1
    UNION ALL SELECT 'payouts ' || state, count(*) FROM "Payout" GROUP BY 1 UNION ALL SELECT 'disputes ' || stage, count(*) FROM "Dispute" GROUP BY 1
    UNION ALL SELECT 'memberships ' || status, count(*) FROM "Subscription" GROUP BY 1 ORDER BY 1`;
  return Object.fromEntries(rows.map(({ name, value }) => [name, Number(value)]));
}
