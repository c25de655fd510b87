-- How rare a word is decides between the trigram index and a walk by popularity. A hundred samples mistake the rare for the common.
ALTER TABLE "CreatorProfile" ALTER COLUMN "searchText" SET STATISTICS 500;
ALTER TABLE "Post" ALTER COLUMN "searchText" SET STATISTICS 500;
