import { pool } from "@/lib/platform/db";

/** How many creators the first person follows. */
export const follows = 30;
/** How many of each: posts, pages, sales, ledger lines, audit entries, sessions, grants, follows, memberships, files. */
export const rows = 100_000;

const id = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 26, '0')`;
/** The ids that the tests ask about. */
export const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, "0")}`;

/** Everything happened before this. */
const end = "timestamp '2026-06-01'";
/** Half of everything is the first page's or the first person's; the rest is spread over a thousand. */
const owner = (n: string): string => `CASE WHEN ${n} % 2 = 0 THEN 1 ELSE 2 + ${n} % 1000 END`;
/** Words that nearly everything has, that some have, and that few have. */
const words = (n: string): string => `'song of the river ' || left(md5((${n} / 40)::text), 10) || CASE WHEN ${n} % 5000 = 0 THEN ' carillon ' ELSE ' ' END || (ARRAY['harbour', 'lantern', 'meadow'])[1 + ${n} % 3]`;

const postsAndFiles = [
  `INSERT INTO "Post" ("id", "creatorId", "kind", "title", "body", "audience", "tierId", "price", "currency", "pinnedAt", "searchText", "createdAt", "updatedAt")
   SELECT ${id("pst", "n")}, ${id("crt", owner("n"))}, CASE WHEN n % 3 = 0 THEN 'audio' ELSE 'text' END::"PostKind", 'Post ' || n, 'Words', CASE WHEN n % 30 = 4 THEN 'paid' ELSE (ARRAY['public', 'followers', 'tier'])[1 + n % 3] END::"Audience",
     CASE WHEN n % 3 = 2 THEN ${id("tir", owner("n"))} END, CASE WHEN n % 30 = 4 THEN 500 END, CASE WHEN n % 30 = 4 THEN 'usd' END, CASE WHEN n = 4000 THEN ${end} END, ${words("n")}, ${end} - n * interval '5 minutes', now() FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Publication" ("postId", "creatorId", "dueAt", "clearedAt", "byUserId")
   SELECT p."id", p."creatorId", p."createdAt" + interval '1 minute', CASE WHEN hashtext(p."id") % 25 <> 0 THEN p."createdAt" END, ${id("usr", "1")} FROM "Post" p WHERE hashtext(p."id") % 10 <> 0`,
  `INSERT INTO "Media" ("id", "ownerUserId", "kind", "state", "fileName", "declaredType", "declaredBytes", "incomingKey", "peaks", "createdAt")
   SELECT ${id("med", "n")}, ${id("usr", owner("n"))}, 'audio', CASE WHEN n % 50 = 0 THEN 'awaiting_upload' ELSE 'ready' END::"MediaState", 'a.wav', 'audio/wav', 1, 'k' || n, '{1,2,3}', ${end} - n * interval '5 minutes' FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "PostMedia" ("postId", "mediaId", "position") SELECT ${id("pst", "n")}, ${id("med", "n")}, 0 FROM generate_series(1, ${rows}) n WHERE n % 50 <> 0`,
  // The first person has bought half of everything and opens it every hour; a page has sold many bundles and sells a few.
  `INSERT INTO "PostGrant" ("id", "userId", "postId", "creatorId", "source", "sourceId", "startsAt", "endsAt")
   SELECT ${id("pgr", "n")}, ${id("usr", owner("n"))}, ${id("pst", "n")}, ${id("crt", owner("n"))}, 'purchase', ${id("ord", "n")}, ${end} - n * interval '5 minutes', CASE WHEN n % 50 = 0 THEN ${end} END FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "ContentDelivery" ("userId", "postId", "creatorId", "kind", "hour", "at", "address") SELECT ${id("usr", "1")}, ${id("pst", "1 + n % 500")}, ${id("crt", "1")}, 'view', ${end} - n * interval '1 hour', ${end} - n * interval '1 hour', '' FROM generate_series(1, 50000) n`,
  `INSERT INTO "Bundle" ("id", "creatorId", "title", "price", "currency", "createdAt", "archivedAt")
   SELECT ${id("bnd", "n")}, ${id("crt", owner("n"))}, 'Bundle ' || n, 900, 'usd', ${end} - n * interval '1 hour', CASE WHEN n % 400 <> 0 THEN ${end} END FROM generate_series(1, 5000) n`,
  `INSERT INTO "BundlePost" ("bundleId", "postId", "position") SELECT ${id("bnd", "n")}, ${id("pst", "4 + 30 * ((n + k * 7) % 3000)")}, k FROM generate_series(1, 5000) n, generate_series(0, 4) k`,
  `INSERT INTO "LedgerAccount" ("id", "code", "currency", "kind", "creatorId") SELECT ${id("lac", "n")}, 'creator:' || ${id("crt", "n")}, 'usd', 'liability', ${id("crt", "n")} FROM generate_series(1, 1001) n`,
  `INSERT INTO "LedgerTransaction" ("id", "idempotencyKey", "kind", "causeId", "description", "occurredAt") SELECT ${id("ltx", "n")}, 'k' || n, 'sale', ${id("sal", "n")}, 'A sale', ${end} FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "LedgerEntry" ("id", "transactionId", "accountId", "amount", "currency", "line") SELECT ${id("len", "n")}, ${id("ltx", "n")}, ${id("lac", owner("n"))}, -405, 'usd', 'net' FROM generate_series(1, ${rows}) n`,
  // What the trigger would have kept.
  `INSERT INTO "LedgerBalance" ("accountId", "shard", "currency", "amount") SELECT "accountId", 0, currency, sum("amount") FROM "LedgerEntry" GROUP BY "accountId", currency`,
  `INSERT INTO "AuditEntry" ("id", "at", "actorKind", "actorId", "action", "subject", "data", "requestId")
   SELECT ${id("aud", "n")}, ${end}, 'user', ${id("usr", owner("n"))}, (ARRAY['post.published', 'creator.followed', 'tier.created'])[1 + n % 3], ${id("pst", "1 + n % 5000")}, '{}', 'req' FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Session" ("id", "userId", "createdAt", "lastSeenAt", "expiresAt", "userAgent", "address", "revokedAt")
   SELECT ${id("ses", "n")}, ${id("usr", owner("n"))}, ${end}, ${end} - n * interval '1 second', ${end} + interval '1 day', 'A browser', '', CASE WHEN n % 100 <> 0 THEN ${end} END FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "CronRun" ("id", "job", "startedAt") SELECT ${id("crn", "n")}, (ARRAY['work-queues', 'tidy'])[1 + (n % 1000 = 0)::int], ${end} - n * interval '1 minute' FROM generate_series(1, ${rows}) n`,
];

const pagesAndPeople = [
  `INSERT INTO "User" ("id", "email", "displayName", "updatedAt") SELECT ${id("usr", "n")}, 'p' || n || '@directfanz.test', 'Person ' || n, now() FROM generate_series(1, 20000) n`,
  `INSERT INTO "CreatorProfile" ("id", "userId", "handle", "name", "genres", "memberCount", "postCount", "searchText", "openedAt", "updatedAt")
   SELECT ${id("crt", "n")}, ${id("usr", "n")}, 'page' || n, 'Page ' || n, ARRAY[(ARRAY['folk', 'jazz', 'noise'])[1 + n % 3]] || CASE WHEN n % 5000 = 0 THEN ARRAY['carillon'] ELSE '{}' END,
     CASE WHEN n <= 1001 THEN 50000 / n ELSE 0 END, 1, ${words("n")}, CASE WHEN n % 20 <> 13 THEN ${end} - n * interval '7 minutes' END, now() FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Tier" ("id", "creatorId", "name", "minAmount", "currency", "benefits", "rank", "updatedAt") SELECT ${id("tir", "n")}, ${id("crt", "n")}, 'Inside', 500, 'usd', '{}', 1, now() FROM generate_series(1, 1001) n`,
  // The first person follows thirty pages; every page has a hundred people, the first a great many.
  `INSERT INTO "Follow" ("userId", "creatorId", "createdAt") SELECT ${id("usr", "1")}, ${id("crt", "n")}, ${end} - n * interval '1 hour' FROM generate_series(1, ${follows}) n
   UNION ALL SELECT ${id("usr", "2 + n % 19000")}, ${id("crt", "1 + n % 997")}, ${end} - n * interval '3 minutes' FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Grant" ("id", "userId", "creatorId", "source", "sourceId", "startsAt")
   SELECT ${id("grt", "row_number() OVER ()")}, f."userId", f."creatorId", 'follow', f."userId" || ':' || f."creatorId", f."createdAt" FROM "Follow" f`,
  `INSERT INTO "Subscription" ("id", "fanUserId", "creatorId", "tierId", "amount", "currency", "rail", "providerId", "status", "currentPeriodEnd", "startedAt", "syncedAt", "updatedAt")
   SELECT ${id("sbn", "n")}, ${id("usr", "CASE WHEN n % 20 = 0 THEN 1 ELSE 2 + n % 19000 END")}, ${id("crt", owner("n"))}, ${id("tir", owner("n"))}, 500, 'usd', 'stripe', 'sub_' || n,
     CASE WHEN n % 20 = 0 OR n > 19000 THEN 'ended' ELSE 'active' END::"SubscriptionStatus", ${end} + (n % 30) * interval '1 day', ${end} - n * interval '4 minutes', ${end}, now() FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Sale" ("id", "kind", "subscriptionId", "creatorId", "fanUserId", "tierId", "gross", "platformFee", "processingFee", "net", "currency", "feeScheduleId", "rail", "providerCharge", "providerBalance", "occurredAt")
   SELECT ${id("sal", "n")}, 'subscription', ${id("sbn", "1 + n % 20000")}, ${id("crt", owner("n"))}, ${id("usr", "1 + n % 20000")}, ${id("tir", owner("n"))}, 500, 50, 45, 405, 'usd', 'fee_00000000000000000000000001', 'stripe', 'ch_' || n, 'txn_' || n,
     ${end} - n * interval '6 minutes' FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Order" ("id", "kind", "fanUserId", "creatorId", "amount", "currency", "message", "rail", "state", "createdAt", "expiresAt")
   SELECT ${id("ord", "n")}, 'tip', ${id("usr", "2 + n % 19000")}, ${id("crt", owner("n"))}, 500, 'usd', 'Encore', 'stripe', 'paid', ${end} - n * interval '4 minutes', ${end} FROM generate_series(1, 20000) n`,
  `INSERT INTO "Promotion" ("id", "creatorId", "code", "percentOff", "currency", "duration", "createdAt")
   SELECT ${id("prm", "n")}, ${id("crt", owner("n"))}, 'CODE' || n, 20, 'usd', 'once', ${end} - n * interval '5 minutes' FROM generate_series(1, ${rows}) n`,
  `INSERT INTO "Checkout" ("id", "fanUserId", "creatorId", "tierId", "amount", "currency", "rail", "state", "createdAt", "expiresAt", "promotionId")
   SELECT ${id("chk", "n")}, ${id("usr", "2 + n % 19000")}, ${id("crt", owner("n"))}, ${id("tir", owner("n"))}, 500, 'usd', 'stripe', 'completed', ${end} - n * interval '5 minutes', ${end}, ${id("prm", "n")} FROM generate_series(1, 20000) n`,
  `INSERT INTO "SaleShare" ("saleId", "creatorId", "currency", "gross", "platformFee", "processingFee", "net") SELECT ${id("sal", "n")}, ${id("crt", "60000 + n")}, 'usd', 100, 10, 9, 81 FROM generate_series(1, 20000) n
   UNION ALL SELECT ${id("sal", "n")}, ${id("crt", "90000")}, 'usd', 100, 10, 9, 81 FROM generate_series(20001, 20500) n`,
  `INSERT INTO "RevenueSplit" ("id", "creatorId", "collaboratorId", "shareBps", "proposedAt", "acceptedAt", "endedAt")
   SELECT ${id("spl", "n")}, ${id("crt", owner("n"))}, ${id("crt", "1002 + n % 900")}, 100, ${end} - n * interval '5 minutes', ${end} - n * interval '4 minutes', ${end} FROM generate_series(1, 20000) n`,
  `INSERT INTO "TaxForm" ("id", "userId", "kind", "country", "state", "taxClass", "tinKind", "tinLast4", "tinSealed", "identitySealed", "certificationVersion", "signedAt", "signedFrom")
   SELECT ${id("txf", "n")}, ${id("usr", "n * 2 - 1")}, 'w9', 'US', 'NY', 'individual', 'ssn', '9998', 'v1.', 'v1.', '1', ${end} - interval '1 day', '' FROM generate_series(1, 9000) n`,
  `INSERT INTO "TinMatch" ("id", "formId", "matched", "reference", "checkedAt") SELECT ${id("tnm", "n")}, ${id("txf", "n")}, n % 2 = 0, 'bulk', ${end} - interval '1 hour' FROM generate_series(1, 9000) n`,
  `INSERT INTO "PayoutAccount" ("creatorId", "rail", "providerId", "transfersActive", "payoutsEnabled", "bankLast4", "bankFingerprint", "schedule", "syncedAt") SELECT ${id("crt", "n")}, 'stripe', 'acct_' || n, true, true, '6789', 'fp' || n, 'daily', ${end} FROM generate_series(1, 9000) n`,
  `INSERT INTO "OrderPost" ("orderId", "postId", "price") SELECT ${id("ord", "n")}, ${id("pst", "n")}, 500 FROM generate_series(1, 20000) n`,
  `INSERT INTO "Overdue" ("id", "subscriptionId", "providerInvoice", "amount", "currency", "failedAt", "tries", "accessEndsAt", "closedAt", "outcome")
   SELECT ${id("ovd", "n")}, ${id("sbn", "n")}, 'in_' || n, 500, 'usd', ${end} - n * interval '4 minutes', 1, ${end}, ${end}, 'paid' FROM generate_series(1, 20000) n`,
  `INSERT INTO "SubscriptionChange" ("id", "subscriptionId", "fromTierId", "toTierId", "fromAmount", "toAmount", "currency", "dueToday", "state", "askedAt", "prorationAt", "takesEffectAt")
   SELECT ${id("chg", "n")}, ${id("sbn", "n")}, ${id("tir", owner("n"))}, ${id("tir", owner("n"))}, 500, 700, 'usd', 0, 'applied', ${end}, ${end}, ${end} FROM generate_series(1, 20000) n`,
  `INSERT INTO "MembershipPause" ("id", "subscriptionId", "months", "askedAt", "startsAt", "resumesAt", "endedAt")
   SELECT ${id("mps", "n")}, ${id("sbn", "n")}, 1, ${end}, ${end}, ${end}, ${end} FROM generate_series(1, 20000) n`,
];

/** Fills the database of this process, two statements at a time where one does not need the other. Without triggers and foreign keys: what they hold is proven elsewhere, and takes minutes here. */
export async function fill(): Promise<void> {
  await Promise.all([inOrder(postsAndFiles), inOrder(pagesAndPeople)]);
  await inOrder(["VACUUM ANALYZE"]);
}

async function inOrder(statements: string[]): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("SET session_replication_role = replica; SET statement_timeout = 0");
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release(true);
  }
}
