-- A balance is a sum of lines; it is kept beside them so that reading it does not grow with them. The nightly walk compares the two.
-- Accounts of nobody in particular (fees, the provider's) are part of every sale: their sum is spread over sixteen rows by the
-- connection that writes, so that sales do not queue for one row.
CREATE TABLE "LedgerBalance" (
    "accountId" TEXT NOT NULL,
    "shard" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "LedgerBalance_pkey" PRIMARY KEY ("accountId", "shard")
);

-- What a creator's own account moved on a day, by what moved it.
CREATE TABLE "LedgerDay" (
    "accountId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "LedgerDay_pkey" PRIMARY KEY ("accountId", "day", "kind")
);

-- Lines of creators' own accounts that no payout has settled yet.
CREATE TABLE "UnsettledEntry" (
    "entryId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurredAt" TIMESTAMP(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "UnsettledEntry_pkey" PRIMARY KEY ("entryId")
);
CREATE INDEX "UnsettledEntry_accountId_occurredAt_idx" ON "UnsettledEntry"("accountId", "occurredAt");

ALTER TABLE "LedgerBalance" ADD CONSTRAINT "LedgerBalance_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "LedgerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerDay" ADD CONSTRAINT "LedgerDay_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "LedgerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "UnsettledEntry" ADD CONSTRAINT "UnsettledEntry_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION is_own_account(code text, creator text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT creator IS NOT NULL AND code = 'creator:' || creator
$$;

-- One statement of lines, one look: rows in the order of their accounts, so that two writers never wait for each other in a ring.
CREATE FUNCTION keep_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "LedgerBalance" ("accountId", "shard", "currency", "amount")
    SELECT n."accountId", CASE WHEN a."creatorId" IS NULL THEN pg_backend_pid() % 16 ELSE 0 END, a."currency", sum(n."amount")
    FROM new_lines n JOIN "LedgerAccount" a ON a."id" = n."accountId" GROUP BY n."accountId", a."creatorId", a."currency" ORDER BY n."accountId"
    ON CONFLICT ("accountId", "shard") DO UPDATE SET "amount" = "LedgerBalance"."amount" + EXCLUDED."amount";
  INSERT INTO "LedgerDay" ("accountId", "day", "kind", "currency", "amount", "entries")
    SELECT n."accountId", t."occurredAt"::date, t."kind", a."currency", sum(n."amount"), count(*)
    FROM new_lines n JOIN "LedgerAccount" a ON a."id" = n."accountId" JOIN "LedgerTransaction" t ON t."id" = n."transactionId"
    WHERE is_own_account(a."code", a."creatorId") GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3
    ON CONFLICT ("accountId", "day", "kind") DO UPDATE SET "amount" = "LedgerDay"."amount" + EXCLUDED."amount", "entries" = "LedgerDay"."entries" + EXCLUDED."entries";
  INSERT INTO "UnsettledEntry" ("entryId", "accountId", "kind", "occurredAt", "currency", "amount")
    SELECT n."id", n."accountId", t."kind", t."occurredAt", a."currency", n."amount"
    FROM new_lines n JOIN "LedgerAccount" a ON a."id" = n."accountId" JOIN "LedgerTransaction" t ON t."id" = n."transactionId"
    WHERE is_own_account(a."code", a."creatorId");
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_balances_kept AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_balances();

-- What was booked before.
INSERT INTO "LedgerBalance" SELECT "accountId", 0, "currency", sum("amount") FROM "LedgerEntry" GROUP BY "accountId", "currency";
INSERT INTO "LedgerDay" SELECT e."accountId", t."occurredAt"::date, t."kind", a."currency", sum(e."amount"), count(*)
  FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a."id" = e."accountId" JOIN "LedgerTransaction" t ON t."id" = e."transactionId" WHERE is_own_account(a."code", a."creatorId") GROUP BY 1, 2, 3, 4;
INSERT INTO "UnsettledEntry" SELECT e."id", e."accountId", t."kind", t."occurredAt", a."currency", e."amount"
  FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a."id" = e."accountId" JOIN "LedgerTransaction" t ON t."id" = e."transactionId" WHERE is_own_account(a."code", a."creatorId");
