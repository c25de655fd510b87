-- What Prisma's schema cannot say: the rules that hold whatever the code above them does.

-- Money ------------------------------------------------------------------------------------------
-- A ledger line is never changed nor removed; a correction is a reversal.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_entry_insert_only BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_transaction_insert_only BEFORE UPDATE OR DELETE ON "LedgerTransaction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_transaction_no_truncate BEFORE TRUNCATE ON "LedgerTransaction" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The lines of a transaction sum to zero in each currency; looked at when the database commits.
CREATE FUNCTION check_ledger_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject text := CASE TG_TABLE_NAME WHEN 'LedgerTransaction' THEN NEW."id" ELSE to_jsonb(NEW)->>'transactionId' END;
  lines int;
BEGIN
  SELECT count(*) INTO lines FROM "LedgerEntry" WHERE "transactionId" = subject;
  IF lines < 2 THEN
    RAISE EXCEPTION 'ledger transaction % has % line(s), needs two or more', subject, lines USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "transactionId" = subject GROUP BY "currency" HAVING sum("amount") <> 0) THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', subject USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_balances AFTER INSERT ON "LedgerTransaction" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_balance();
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_balance();

ALTER TABLE "LedgerAccount" ADD CONSTRAINT ledger_account_id_currency UNIQUE ("id", "currency");
ALTER TABLE "LedgerEntry" ADD CONSTRAINT ledger_entry_same_currency FOREIGN KEY ("accountId", "currency") REFERENCES "LedgerAccount" ("id", "currency");
ALTER TABLE "LedgerEntry" ADD CONSTRAINT ledger_entry_not_zero CHECK ("amount" <> 0);
ALTER TABLE "Sale" ADD CONSTRAINT sale_adds_up CHECK ("gross" = "platformFee" + "processingFee" + "net" AND "gross" > 0 AND "platformFee" >= 0 AND "processingFee" >= 0);
ALTER TABLE "Sale" ADD CONSTRAINT sale_fee_schedule FOREIGN KEY ("feeScheduleId") REFERENCES "FeeSchedule" ("id");
ALTER TABLE "Tier" ADD CONSTRAINT tier_minimum_positive CHECK ("minAmount" > 0);
ALTER TABLE "Subscription" ADD CONSTRAINT subscription_amount_positive CHECK ("amount" > 0);
-- One living subscription of a fan to a creator.
CREATE UNIQUE INDEX subscription_one_alive ON "Subscription" ("fanUserId", "creatorId") WHERE "status" <> 'ended';
-- One open checkout of a fan for a creator: a double click meets the first.
CREATE UNIQUE INDEX checkout_one_open ON "Checkout" ("fanUserId", "creatorId") WHERE "state" = 'open';
ALTER TABLE "Subscription" ADD CONSTRAINT subscription_tier FOREIGN KEY ("tierId") REFERENCES "Tier" ("id") ON DELETE RESTRICT;

-- The first fee schedule: 10 %, processing at cost. Estimate: the provider's list price for cards, 2.9 % + 30.
INSERT INTO "FeeSchedule" ("id", "effectiveFrom", "platformBps", "estimateProcessingBps", "estimateProcessingFixed", "note")
VALUES ('fee_00000000000000000000000001', '2025-01-01T00:00:00Z', 1000, 290, 30, 'Ten per cent; card processing at cost.');

-- Audit ------------------------------------------------------------------------------------------
-- Each entry's hash covers the one before it. Entries are written last in their transaction
-- (lib/platform/db/transaction.ts), so the lock that orders the chain is held for a moment only.
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4242001);
  SELECT "seq" + 1, "hash" INTO NEW."seq", NEW."prevHash" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1;
  NEW."seq" := coalesce(NEW."seq", 1); -- numbered without gaps: a missing entry shows
  NEW."prevHash" := coalesce(NEW."prevHash", '');
  NEW."hash" := audit_hash(NEW);
  RETURN NEW;
END $$;
CREATE FUNCTION audit_hash(entry "AuditEntry") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    entry."prevHash", entry."seq", entry."id", to_char(entry."at", 'YYYY-MM-DD"T"HH24:MI:SS.MS'), entry."actorKind", entry."actorId",
    entry."action", entry."subject", entry."data", entry."requestId")::text, 'UTF8')), 'hex')
$$;
CREATE TRIGGER audit_chain BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER audit_insert_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Reading ----------------------------------------------------------------------------------------
CREATE INDEX outbox_undelivered ON "OutboxEvent" ("id") WHERE "deliveredAt" IS NULL;
CREATE INDEX creator_search ON "CreatorProfile" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX post_search ON "Post" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX creator_genres ON "CreatorProfile" USING gin ("genres");
-- Content a post belongs to needs the tier when the audience is a tier, and only then.
ALTER TABLE "Post" ADD CONSTRAINT post_audience_tier CHECK (("audience" = 'tier') = ("tierId" IS NOT NULL));
