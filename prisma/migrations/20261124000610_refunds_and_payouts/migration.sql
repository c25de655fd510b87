-- Who shares a sale: one row a creator, adding up to its net.
CREATE TABLE "SaleShare" (
    "saleId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "gross" INTEGER NOT NULL,
    "platformFee" INTEGER NOT NULL,
    "processingFee" INTEGER NOT NULL,
    "net" INTEGER NOT NULL,

    CONSTRAINT "SaleShare_pkey" PRIMARY KEY ("saleId", "creatorId"),
    CONSTRAINT sale_share_adds_up CHECK ("gross" = "platformFee" + "processingFee" + "net")
);
CREATE INDEX "SaleShare_creatorId_saleId_idx" ON "SaleShare"("creatorId", "saleId");
ALTER TABLE "SaleShare" ADD CONSTRAINT "SaleShare_saleId_fkey" FOREIGN KEY ("saleId") REFERENCES "Sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER sale_share_insert_only BEFORE UPDATE OR DELETE ON "SaleShare" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TYPE "RefundState" AS ENUM ('pending', 'succeeded', 'failed');
-- Money going back to a fan. Asked first, then done at the provider, then booked.
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL,
    "saleId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'pending',
    "initiator" TEXT NOT NULL,
    "byUserId" TEXT,
    "rule" TEXT,
    "reason" TEXT NOT NULL,
    "providerId" TEXT,
    "failureReason" TEXT,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "succeededAt" TIMESTAMP(3),
    "failedAt" TIMESTAMP(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT refund_positive CHECK ("amount" > 0)
);
CREATE UNIQUE INDEX "Refund_providerId_key" ON "Refund"("providerId");
CREATE INDEX "Refund_saleId_idx" ON "Refund"("saleId");
CREATE INDEX "Refund_state_requestedAt_idx" ON "Refund"("state", "requestedAt");
CREATE INDEX "Refund_requestedAt_id_idx" ON "Refund"("requestedAt" DESC, "id" DESC);
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_saleId_fkey" FOREIGN KEY ("saleId") REFERENCES "Sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where a creator's money goes, as the provider knows it.
CREATE TABLE "PayoutAccount" (
    "creatorId" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "country" TEXT,
    "transfersActive" BOOLEAN NOT NULL DEFAULT false,
    "payoutsEnabled" BOOLEAN NOT NULL DEFAULT false,
    "instantAvailable" BOOLEAN NOT NULL DEFAULT false,
    "requirements" JSONB NOT NULL DEFAULT '[]',
    "disabledReason" TEXT,
    "bankLast4" TEXT,
    "bankName" TEXT,
    "bankFingerprint" TEXT,
    "bankChangedAt" TIMESTAMP(3),
    "schedule" TEXT NOT NULL DEFAULT 'weekly',
    "scheduleDay" INTEGER NOT NULL DEFAULT 5,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "syncedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PayoutAccount_pkey" PRIMARY KEY ("creatorId"),
    CONSTRAINT payout_account_schedule CHECK ("schedule" IN ('daily', 'weekly', 'monthly', 'manual'))
);
CREATE UNIQUE INDEX "PayoutAccount_providerId_key" ON "PayoutAccount"("providerId");

CREATE TYPE "PayoutState" AS ENUM ('awaiting_approval', 'pending', 'transferred', 'in_transit', 'paid', 'failed', 'returned', 'cancelled');
CREATE TABLE "Payout" (
    "id" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    -- What leaves the creator's balance: what arrives, what is withheld for tax, and the price of an instant payout.
    "gross" INTEGER NOT NULL,
    "withheld" INTEGER NOT NULL DEFAULT 0,
    "fee" INTEGER NOT NULL DEFAULT 0,
    "amount" INTEGER NOT NULL,
    "method" TEXT NOT NULL DEFAULT 'standard',
    "day" DATE NOT NULL,
    "state" "PayoutState" NOT NULL,
    "rail" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "bankFingerprint" TEXT,
    "bankLast4" TEXT,
    "transferId" TEXT,
    "providerId" TEXT,
    "reversalId" TEXT,
    "failureCode" TEXT,
    "failureMessage" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "transferredAt" TIMESTAMP(3),
    "arrivesAt" TIMESTAMP(3),
    "paidAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("id"),
    CONSTRAINT payout_adds_up CHECK ("gross" = "withheld" + "fee" + "amount" AND "amount" > 0 AND "withheld" >= 0 AND "fee" >= 0)
);
-- Two runs that race pay once; and nobody has two payouts on their way.
CREATE UNIQUE INDEX payout_one_a_day ON "Payout" ("creatorId", "currency", "day") WHERE "method" = 'standard' AND "state" NOT IN ('cancelled', 'returned');
CREATE UNIQUE INDEX payout_one_in_flight ON "Payout" ("creatorId", "currency") WHERE "state" IN ('awaiting_approval', 'pending', 'transferred', 'in_transit', 'failed');
CREATE UNIQUE INDEX "Payout_transferId_key" ON "Payout"("transferId");
CREATE UNIQUE INDEX "Payout_providerId_key" ON "Payout"("providerId");
CREATE INDEX "Payout_creatorId_createdAt_id_idx" ON "Payout"("creatorId", "createdAt" DESC, "id" DESC);
CREATE INDEX "Payout_state_createdAt_idx" ON "Payout"("state", "createdAt");
CREATE INDEX "Payout_createdAt_id_idx" ON "Payout"("createdAt" DESC, "id" DESC);

-- Which lines of the books a payout settles. The payout's own line and what it settles sum to zero.
CREATE TABLE "PayoutEntry" (
    "entryId" TEXT NOT NULL,
    "payoutId" TEXT NOT NULL,

    CONSTRAINT "PayoutEntry_pkey" PRIMARY KEY ("entryId")
);
CREATE INDEX "PayoutEntry_payoutId_idx" ON "PayoutEntry"("payoutId");
ALTER TABLE "PayoutEntry" ADD CONSTRAINT "PayoutEntry_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "Payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PayoutEntry" ADD CONSTRAINT "PayoutEntry_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Why a creator was not paid on a day.
CREATE TABLE "PayoutNote" (
    "creatorId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PayoutNote_pkey" PRIMARY KEY ("creatorId", "day", "currency")
);

-- What keeps a creator's payouts back: which rule, whose decision, until when, and what ends it.
CREATE TABLE "PayoutHold" (
    "id" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "whatToDo" TEXT NOT NULL,
    "ownerUserId" TEXT,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "liftedAt" TIMESTAMP(3),
    "liftedByUserId" TEXT,
    "liftedReason" TEXT,

    CONSTRAINT "PayoutHold_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PayoutHold_creatorId_startsAt_idx" ON "PayoutHold"("creatorId", "startsAt" DESC);
CREATE UNIQUE INDEX payout_hold_one_a_rule ON "PayoutHold" ("creatorId", "rule") WHERE "liftedAt" IS NULL;

-- Who agreed to a payout that is too big for one pair of eyes.
CREATE TABLE "PayoutApproval" (
    "payoutId" TEXT NOT NULL,
    "adminUserId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PayoutApproval_pkey" PRIMARY KEY ("payoutId", "adminUserId")
);
ALTER TABLE "PayoutApproval" ADD CONSTRAINT "PayoutApproval_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "Payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
