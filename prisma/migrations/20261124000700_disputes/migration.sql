-- Payments that banks ask about or take back: what is held for them, what was said, and who bears the loss.

CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL,
    "saleId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "networkCode" TEXT,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "inquiry" BOOLEAN NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "dueBy" TIMESTAMP(3),
    "answerBy" TIMESTAMP(3) NOT NULL,
    "compiledAt" TIMESTAMP(3),
    "strength" INTEGER,
    "decision" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decisionRule" TEXT,
    "decisionReason" TEXT,
    "decidedByUserId" TEXT,
    "sentAt" TIMESTAMP(3),
    "evidenceFile" TEXT,
    "withdrawn" INTEGER NOT NULL DEFAULT 0,
    "reinstated" INTEGER NOT NULL DEFAULT 0,
    "fees" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMP(3),
    "syncedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Dispute_providerId_key" ON "Dispute"("providerId");
CREATE INDEX "Dispute_creatorId_openedAt_id_idx" ON "Dispute"("creatorId", "openedAt" DESC, "id" DESC);
CREATE INDEX "Dispute_openedAt_id_idx" ON "Dispute"("openedAt" DESC, "id" DESC);
CREATE INDEX "Dispute_saleId_idx" ON "Dispute"("saleId");
CREATE INDEX "Dispute_fanUserId_idx" ON "Dispute"("fanUserId");
CREATE INDEX "Dispute_stage_syncedAt_idx" ON "Dispute"("stage", "syncedAt");
CREATE INDEX "Dispute_reason_endedAt_idx" ON "Dispute"("reason", "endedAt");

CREATE TABLE "DisputeShare" (
    "disputeId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "net" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "DisputeShare_pkey" PRIMARY KEY ("disputeId", "creatorId")
);
CREATE INDEX "DisputeShare_creatorId_idx" ON "DisputeShare"("creatorId");

CREATE TABLE "DisputeAddition" (
    "id" TEXT NOT NULL,
    "disputeId" TEXT NOT NULL,
    "byUserId" TEXT NOT NULL,
    "text" TEXT,
    "fileKey" TEXT,
    "fileName" TEXT,
    "contentType" TEXT,
    "bytes" INTEGER,
    "readyAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DisputeAddition_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DisputeAddition_disputeId_createdAt_idx" ON "DisputeAddition"("disputeId", "createdAt");

CREATE TABLE "ShieldClaim" (
    "disputeId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "loss" INTEGER NOT NULL,
    "paid" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ShieldClaim_pkey" PRIMARY KEY ("disputeId", "creatorId")
);
CREATE INDEX "ShieldClaim_creatorId_decidedAt_idx" ON "ShieldClaim"("creatorId", "decidedAt");

CREATE TABLE "ShieldFunding" (
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "gross" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "postedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ShieldFunding_pkey" PRIMARY KEY ("day", "currency")
);


CREATE TABLE "FraudWarning" (
    "id" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "saleId" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "fraudType" TEXT NOT NULL,
    "actionable" BOOLEAN NOT NULL,
    "warnedAt" TIMESTAMP(3) NOT NULL,
    "refundId" TEXT,
    "outcome" TEXT NOT NULL,
    "syncedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FraudWarning_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "FraudWarning_providerId_key" ON "FraudWarning"("providerId");
CREATE INDEX "FraudWarning_warnedAt_id_idx" ON "FraudWarning"("warnedAt" DESC, "id" DESC);
CREATE INDEX "FraudWarning_fanUserId_idx" ON "FraudWarning"("fanUserId");
CREATE INDEX "FraudWarning_saleId_idx" ON "FraudWarning"("saleId");

CREATE TABLE "BuyerBlock" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "creatorId" TEXT,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "causeId" TEXT,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "liftedAt" TIMESTAMP(3),
    "liftedByUserId" TEXT,
    "liftedReason" TEXT,

    CONSTRAINT "BuyerBlock_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BuyerBlock_userId_liftedAt_idx" ON "BuyerBlock"("userId", "liftedAt");
CREATE INDEX "BuyerBlock_startsAt_id_idx" ON "BuyerBlock"("startsAt" DESC, "id" DESC);

CREATE TABLE "DisputeRatioAlert" (
    "month" DATE NOT NULL,
    "thresholdBps" INTEGER NOT NULL,
    "ratioBps" INTEGER NOT NULL,
    "disputes" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,
    "sales" INTEGER NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DisputeRatioAlert_pkey" PRIMARY KEY ("month", "thresholdBps")
);


CREATE TABLE "ContentDelivery" (
    "userId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "mediaId" TEXT,
    "kind" TEXT NOT NULL,
    "hour" TIMESTAMP(3) NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "ContentDelivery_pkey" PRIMARY KEY ("userId", "postId", "kind", "hour")
);
CREATE INDEX "ContentDelivery_userId_creatorId_at_idx" ON "ContentDelivery"("userId", "creatorId", "at");
CREATE INDEX "ContentDelivery_at_idx" ON "ContentDelivery"("at");

ALTER TABLE "DisputeShare" ADD CONSTRAINT "DisputeShare_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DisputeAddition" ADD CONSTRAINT "DisputeAddition_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ShieldClaim" ADD CONSTRAINT "ShieldClaim_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_saleId_fkey" FOREIGN KEY ("saleId") REFERENCES "Sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FraudWarning" ADD CONSTRAINT "FraudWarning_saleId_fkey" FOREIGN KEY ("saleId") REFERENCES "Sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Dispute" ADD CONSTRAINT dispute_positive CHECK ("amount" > 0);
ALTER TABLE "Dispute" ADD CONSTRAINT dispute_stage CHECK ("stage" IN ('warned', 'warned_answered', 'open', 'submitted', 'won', 'withdrawn', 'lost', 'closed'));
ALTER TABLE "DisputeShare" ADD CONSTRAINT dispute_share_held CHECK ("held" >= 0 AND "held" <= "net");
ALTER TABLE "ShieldClaim" ADD CONSTRAINT shield_claim_paid CHECK ("paid" >= 0 AND "paid" <= "loss");
-- One block of a buyer in force for each page, and one for everywhere.
CREATE UNIQUE INDEX buyer_block_one_in_force ON "BuyerBlock" ("userId", coalesce("creatorId", '')) WHERE "liftedAt" IS NULL;
