-- A code that a page gives out: so much off the first payment, of some months, or of all.
CREATE TABLE "Promotion" (
    "id" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "percentOff" INTEGER,
    "amountOff" INTEGER,
    "currency" TEXT NOT NULL,
    "duration" TEXT NOT NULL,
    "months" INTEGER,
    "tierIds" TEXT[] NOT NULL DEFAULT '{}',
    "mostRedemptions" INTEGER,
    "endsAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Promotion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT promotion_code CHECK ("code" ~ '^[A-Z0-9]{3,30}$'),
    CONSTRAINT promotion_off CHECK (("percentOff" IS NULL) <> ("amountOff" IS NULL) AND ("percentOff" IS NULL OR "percentOff" BETWEEN 1 AND 100) AND ("amountOff" IS NULL OR "amountOff" > 0)),
    CONSTRAINT promotion_duration CHECK ("duration" IN ('once', 'months', 'forever') AND ("duration" = 'months') = ("months" IS NOT NULL) AND ("months" IS NULL OR "months" BETWEEN 1 AND 12)),
    -- A membership that nobody ever pays for is a gift.
    CONSTRAINT promotion_not_free_for_ever CHECK (NOT ("percentOff" IS NOT DISTINCT FROM 100 AND "duration" = 'forever')),
    CONSTRAINT promotion_most CHECK ("mostRedemptions" IS NULL OR "mostRedemptions" > 0)
);
CREATE UNIQUE INDEX "Promotion_creatorId_code_key" ON "Promotion"("creatorId", "code");
CREATE INDEX "Promotion_creatorId_createdAt_id_idx" ON "Promotion"("creatorId", "createdAt" DESC, "id" DESC);
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "CreatorProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who redeems: an open page holds a redemption, a paid one has it, an expired one gives it back.
ALTER TABLE "Checkout" ADD COLUMN "promotionId" TEXT;
CREATE INDEX "Checkout_promotionId_state_idx" ON "Checkout"("promotionId", "state");
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A code and a trial do not go together: the code's first payment is today.
ALTER TABLE "Checkout" ADD CONSTRAINT checkout_code_or_trial CHECK ("promotionId" IS NULL OR "trialDays" = 0);

-- What was taken off a payment, by which code, and for how long a period it was.
ALTER TABLE "Sale" ADD COLUMN "promotionId" TEXT, ADD COLUMN "discount" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "interval" TEXT;
ALTER TABLE "Sale" ADD CONSTRAINT sale_discount CHECK ("discount" >= 0);
CREATE INDEX "Sale_promotionId_idx" ON "Sale"("promotionId");
