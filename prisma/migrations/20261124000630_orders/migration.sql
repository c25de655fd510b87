CREATE TYPE "OrderState" AS ENUM ('open', 'paid', 'expired');
-- Something paid for once: a tip, a membership given to somebody.
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "tierId" TEXT,
    "months" INTEGER,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "message" TEXT,
    "rail" TEXT NOT NULL,
    "state" "OrderState" NOT NULL DEFAULT 'open',
    "providerId" TEXT,
    "url" TEXT,
    "giftCode" TEXT,
    "redeemedByUserId" TEXT,
    "redeemedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "paidAt" TIMESTAMP(3),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT order_kind CHECK ("kind" IN ('tip', 'gift')),
    CONSTRAINT order_positive CHECK ("amount" > 0),
    CONSTRAINT order_gift CHECK ("kind" <> 'gift' OR ("tierId" IS NOT NULL AND "months" > 0 AND "giftCode" IS NOT NULL))
);
CREATE UNIQUE INDEX "Order_providerId_key" ON "Order"("providerId");
CREATE UNIQUE INDEX "Order_giftCode_key" ON "Order"("giftCode");
CREATE INDEX "Order_fanUserId_createdAt_idx" ON "Order"("fanUserId", "createdAt" DESC);
CREATE INDEX "Order_creatorId_createdAt_idx" ON "Order"("creatorId", "createdAt" DESC);
CREATE INDEX order_open ON "Order" ("createdAt") WHERE "state" = 'open';
ALTER TABLE "Order" ADD CONSTRAINT "Order_tierId_fkey" FOREIGN KEY ("tierId") REFERENCES "Tier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Sale" ADD COLUMN "orderId" TEXT;
CREATE UNIQUE INDEX "Sale_orderId_key" ON "Sale"("orderId");
ALTER TABLE "Sale" ADD CONSTRAINT "Sale_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A part of what a page earns goes to another creator, from when both have said so.
CREATE TABLE "RevenueSplit" (
    "id" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "collaboratorId" TEXT NOT NULL,
    "shareBps" INTEGER NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "acceptedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "RevenueSplit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT revenue_split_part CHECK ("shareBps" BETWEEN 1 AND 9900),
    CONSTRAINT revenue_split_other CHECK ("creatorId" <> "collaboratorId")
);
CREATE INDEX "RevenueSplit_creatorId_idx" ON "RevenueSplit"("creatorId");
CREATE INDEX "RevenueSplit_collaboratorId_idx" ON "RevenueSplit"("collaboratorId");
CREATE UNIQUE INDEX revenue_split_one ON "RevenueSplit" ("creatorId", "collaboratorId") WHERE "endedAt" IS NULL;
