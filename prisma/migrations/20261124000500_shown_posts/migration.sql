-- When a post began to be seen and was counted on its page: once it is cleared and due. Until now it was counted when cleared.
ALTER TABLE "Publication" ADD COLUMN "shownAt" TIMESTAMP(3);
UPDATE "Publication" SET "shownAt" = "clearedAt" WHERE "clearedAt" IS NOT NULL;
