CREATE TABLE "DataKey" (
    "id" TEXT NOT NULL,
    "kekId" TEXT NOT NULL,
    "wrapped" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMP(3),
    "destroyedAt" TIMESTAMP(3),
    CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id"),
    -- A key is gone only after it was retired, and a destroyed one keeps nothing.
    CONSTRAINT data_key_destroyed CHECK (("destroyedAt" IS NULL) = ("wrapped" IS NOT NULL) AND ("destroyedAt" IS NULL OR "retiredAt" IS NOT NULL))
);
CREATE INDEX "DataKey_retiredAt_idx" ON "DataKey"("retiredAt");
-- One key seals at a time: of two processes that make the first one, one wins and both use it.
CREATE UNIQUE INDEX data_key_one_active ON "DataKey" ((true)) WHERE "retiredAt" IS NULL;

CREATE TABLE "ResealProgress" (
    "column" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "cursor" TEXT NOT NULL DEFAULT '',
    "resealed" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMP(3),
    CONSTRAINT "ResealProgress_pkey" PRIMARY KEY ("column", "keyId")
);
