-- Posts of a creator that are sold together.
CREATE TABLE "Bundle" (
    "id" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Bundle_pkey" PRIMARY KEY ("id"),
    CONSTRAINT bundle_price CHECK ("price" > 0)
);
CREATE INDEX "Bundle_creatorId_createdAt_id_idx" ON "Bundle"("creatorId", "createdAt" DESC, "id" DESC);
ALTER TABLE "Bundle" ADD CONSTRAINT "Bundle_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "CreatorProfile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "BundlePost" (
    "bundleId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "BundlePost_pkey" PRIMARY KEY ("bundleId", "postId")
);
CREATE INDEX "BundlePost_postId_idx" ON "BundlePost"("postId");
ALTER TABLE "BundlePost" ADD CONSTRAINT "BundlePost_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "Bundle"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BundlePost" ADD CONSTRAINT "BundlePost_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
