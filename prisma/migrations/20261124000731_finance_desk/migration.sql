-- The lists of the finance desk (app/(admin)/admin/finance), each in its order from an index alone
-- (tests/performance/finance-plans.test.ts reads the plans).

-- Bookings, newest first: all, and of a kind.
CREATE INDEX ledger_transaction_when ON "LedgerTransaction" ("occurredAt" DESC, "id" DESC);
CREATE INDEX ledger_transaction_kind_when ON "LedgerTransaction" ("kind", "occurredAt" DESC, "id" DESC);
-- What all creators' accounts moved on a day. Its columns never change, so that a sale's update stays a small one.
CREATE INDEX ledger_day_of_all ON "LedgerDay" ("day", "kind");

CREATE INDEX payout_by_state ON "Payout" ("state", "createdAt" DESC, "id" DESC);
-- From whom tax was withheld in a year.
CREATE INDEX payout_withheld ON "Payout" ("createdAt") INCLUDE ("creatorId", "withheld") WHERE "withheld" > 0;
CREATE INDEX payout_hold_newest ON "PayoutHold" ("startsAt" DESC, "id" DESC);
CREATE INDEX payout_hold_in_force ON "PayoutHold" ("startsAt" DESC, "id" DESC) WHERE "liftedAt" IS NULL;
-- Why people were not paid on a day.
CREATE INDEX payout_note_of_day ON "PayoutNote" ("day", "code", "creatorId");

CREATE INDEX dispute_by_stage ON "Dispute" ("stage", "openedAt" DESC, "id" DESC);
-- What has to be answered next.
CREATE INDEX dispute_deadline ON "Dispute" ("stage", "answerBy", "id") WHERE "decision" IS NULL;

CREATE INDEX tax_review_open ON "TaxReview" ("year", "id") WHERE "settledAt" IS NULL;
