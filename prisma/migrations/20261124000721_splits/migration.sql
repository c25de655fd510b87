-- From which day on a split holds, once it is accepted; and who ended it.
ALTER TABLE "RevenueSplit" ADD COLUMN "startsAt" TIMESTAMP(3), ADD COLUMN "endedBy" TEXT;
ALTER TABLE "RevenueSplit" ADD CONSTRAINT revenue_split_ended_by CHECK ("endedBy" IS NULL OR ("endedAt" IS NOT NULL AND "endedBy" IN ('owner', 'collaborator')));
DROP INDEX "RevenueSplit_creatorId_idx";
DROP INDEX "RevenueSplit_collaboratorId_idx";
CREATE INDEX "RevenueSplit_creatorId_proposedAt_id_idx" ON "RevenueSplit"("creatorId", "proposedAt" DESC, "id" DESC);
CREATE INDEX "RevenueSplit_collaboratorId_proposedAt_id_idx" ON "RevenueSplit"("collaboratorId", "proposedAt" DESC, "id" DESC);
