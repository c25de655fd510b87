-- Whose an account is, and what a sale was made of, is as final as the lines booked under them.
CREATE TRIGGER ledger_account_insert_only BEFORE UPDATE OR DELETE ON "LedgerAccount" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_account_no_truncate BEFORE TRUNCATE ON "LedgerAccount" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sale_insert_only BEFORE UPDATE OR DELETE ON "Sale" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sale_no_truncate BEFORE TRUNCATE ON "Sale" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Lines come with their transaction or not at all: two that balance, added later, would rewrite what was booked.
-- A row's xmin is the 32-bit number of what wrote it, so the current 64-bit one is cut to the same; a row from exactly a multiple of
-- 4,294,967,296 transactions ago would pass. Rows written inside a savepoint carry its number and are refused: book outside of one.
CREATE FUNCTION refuse_late_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t."id" = NEW."transactionId" AND t.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'ledger transaction % was not begun here: its lines are closed', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_with_its_transaction BEFORE INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_late_entry();
