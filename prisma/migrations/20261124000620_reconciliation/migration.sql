-- What the provider says it moved, as it says it: the other side of our books.
CREATE TABLE "RailMovement" (
    "rail" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "fee" INTEGER NOT NULL,
    "net" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "source" TEXT,
    "occurredAt" TIMESTAMP(3) NOT NULL,
    "causeId" TEXT,
    "matchedAt" TIMESTAMP(3),

    CONSTRAINT "RailMovement_pkey" PRIMARY KEY ("rail", "providerId")
);
CREATE INDEX "RailMovement_causeId_idx" ON "RailMovement"("causeId");
CREATE INDEX "RailMovement_rail_occurredAt_idx" ON "RailMovement"("rail", "occurredAt");
CREATE INDEX rail_movement_open ON "RailMovement" ("rail", "occurredAt") WHERE "matchedAt" IS NULL;

-- One comparison of the two.
CREATE TABLE "Reconciliation" (
    "id" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "pulledTo" TIMESTAMP(3) NOT NULL,
    "movements" INTEGER NOT NULL,
    "providerBalance" BIGINT NOT NULL,
    "movementsSum" BIGINT NOT NULL,
    "ledgerSum" BIGINT NOT NULL,
    -- What is on its way: moved there and not booked here yet, for less than an hour.
    "inFlight" BIGINT NOT NULL,
    "difference" BIGINT NOT NULL,

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Reconciliation_rail_startedAt_idx" ON "Reconciliation"("rail", "startedAt" DESC);

-- The exact lines of a difference.
CREATE TABLE "ReconciliationLine" (
    "reconciliationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "causeId" TEXT,
    "movementId" TEXT,
    "type" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "providerAmount" BIGINT NOT NULL,
    "ledgerAmount" BIGINT NOT NULL,

    CONSTRAINT "ReconciliationLine_pkey" PRIMARY KEY ("reconciliationId", "number")
);
ALTER TABLE "ReconciliationLine" ADD CONSTRAINT "ReconciliationLine_reconciliationId_fkey" FOREIGN KEY ("reconciliationId") REFERENCES "Reconciliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "LedgerTransaction_createdAt_idx" ON "LedgerTransaction"("createdAt");

-- A payment that came while a membership was running, and went back: no sale, and yet the provider kept its fee.
CREATE TABLE "UndoneCharge" (
    "chargeId" TEXT NOT NULL,
    "checkoutId" TEXT NOT NULL,
    "refundId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "fee" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "paidAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UndoneCharge_pkey" PRIMARY KEY ("chargeId")
);
CREATE INDEX "UndoneCharge_checkoutId_idx" ON "UndoneCharge"("checkoutId");
CREATE UNIQUE INDEX "UndoneCharge_refundId_key" ON "UndoneCharge"("refundId");
