-- One that the bank sent back waits for its money to return to us; the creator may be paid anew meanwhile.
DROP INDEX payout_one_in_flight;
CREATE UNIQUE INDEX payout_one_in_flight ON "Payout" ("creatorId", "currency") WHERE "state" IN ('awaiting_approval', 'pending', 'transferred', 'in_transit');
CREATE UNIQUE INDEX payout_account_of_creator ON "LedgerAccount" ("creatorId", "code", "currency");
-- From here on it may have left, so it is not cancelled any more unless the provider says no.
ALTER TABLE "Payout" ADD COLUMN "sendingAt" TIMESTAMP(3);
