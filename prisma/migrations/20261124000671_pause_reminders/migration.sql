-- Told that it ends soon.
ALTER TABLE "MembershipPause" ADD COLUMN "remindedAt" TIMESTAMP(3);
