-- Fee schedules are made by two people, for a day to come (lib/commerce/fees). What is in force or past is never changed.
CREATE TABLE "FeeProposal" (
    "id" TEXT NOT NULL,
    "effectiveFrom" TIMESTAMP(3) NOT NULL,
    "platformBps" INTEGER NOT NULL,
    "estimateProcessingBps" INTEGER NOT NULL,
    "estimateProcessingFixed" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "raises" BOOLEAN NOT NULL,
    "proposedByUserId" TEXT NOT NULL,
    "proposedReason" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "approvedByUserId" TEXT,
    "approvedReason" TEXT,
    "approvedAt" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),
    "withdrawnByUserId" TEXT,
    "withdrawnReason" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    CONSTRAINT "FeeProposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT fee_proposal_two_people CHECK ("approvedByUserId" <> "proposedByUserId"),
    CONSTRAINT fee_proposal_approval_whole CHECK (("approvedAt" IS NULL) = ("approvedByUserId" IS NULL) AND ("approvedAt" IS NULL) = ("approvedReason" IS NULL)),
    CONSTRAINT fee_proposal_withdrawal_whole CHECK (("withdrawnAt" IS NULL) = ("withdrawnByUserId" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL))
);
CREATE INDEX "FeeProposal_proposedAt_id_idx" ON "FeeProposal" ("proposedAt" DESC, "id" DESC);
-- One waits for its second person at a time.
CREATE UNIQUE INDEX fee_proposal_one_waits ON "FeeProposal" ((true)) WHERE "approvedAt" IS NULL AND "withdrawnAt" IS NULL;

-- A schedule is added behind all others, as two people agreed to it; the last may go while it is to come; nothing else.
CREATE FUNCTION keep_fee_schedules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."effectiveFrom" <= (now() AT TIME ZONE 'UTC') OR EXISTS (SELECT 1 FROM "FeeSchedule" f WHERE f."effectiveFrom" >= NEW."effectiveFrom") THEN
      RAISE EXCEPTION 'a fee schedule begins in the future, after every other';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM "FeeProposal" p WHERE p.id = NEW.id AND p."approvedAt" IS NOT NULL AND p."withdrawnAt" IS NULL AND p."effectiveFrom" = NEW."effectiveFrom" AND p."platformBps" = NEW."platformBps"
      AND p."estimateProcessingBps" = NEW."estimateProcessingBps" AND p."estimateProcessingFixed" = NEW."estimateProcessingFixed") THEN
      RAISE EXCEPTION 'a fee schedule needs two people who agree to it';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND OLD."effectiveFrom" > (now() AT TIME ZONE 'UTC') AND NOT EXISTS (SELECT 1 FROM "FeeSchedule" f WHERE f."effectiveFrom" > OLD."effectiveFrom") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a fee schedule is not changed, and only the last that is to come is taken back';
END $$;
CREATE TRIGGER fee_schedule_kept BEFORE INSERT OR UPDATE OR DELETE ON "FeeSchedule" FOR EACH ROW EXECUTE FUNCTION keep_fee_schedules();
