ALTER TABLE "OneTimeToken" ADD COLUMN "passwordHash" TEXT, ADD COLUMN "displayName" TEXT;
