ALTER TABLE "Post" ADD COLUMN "price" INTEGER, ADD COLUMN "currency" TEXT, ADD COLUMN "keptAt" TIMESTAMP(3), ADD COLUMN "deletedAt" TIMESTAMP(3);
-- The tier a post is for; of one with a price, the tier from which up members have it included.
ALTER TABLE "Post" DROP CONSTRAINT post_audience_tier;
ALTER TABLE "Post" ADD CONSTRAINT post_audience_tier CHECK (("audience" <> 'tier' OR "tierId" IS NOT NULL) AND ("tierId" IS NULL OR "audience"::text IN ('tier', 'paid')));
ALTER TABLE "Post" ADD CONSTRAINT post_price CHECK (("audience"::text = 'paid') = ("price" IS NOT NULL) AND ("price" IS NULL) = ("currency" IS NULL) AND "price" > 0);

-- Who may see one post, whatever it is for, until when. Knows nothing of money: commerce writes it.
CREATE TABLE "PostGrant" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "firstUsedAt" TIMESTAMP(3),

    CONSTRAINT "PostGrant_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PostGrant_source_sourceId_postId_key" ON "PostGrant"("source", "sourceId", "postId");
CREATE INDEX "PostGrant_userId_postId_idx" ON "PostGrant"("userId", "postId");
CREATE INDEX "PostGrant_userId_startsAt_id_idx" ON "PostGrant"("userId", "startsAt" DESC, "id" DESC);
CREATE INDEX "PostGrant_postId_idx" ON "PostGrant"("postId");
ALTER TABLE "PostGrant" ADD CONSTRAINT "PostGrant_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is paid once: a tip, a membership for somebody, a post, a bundle of posts.
ALTER TABLE "Order" ADD COLUMN "postId" TEXT, ADD COLUMN "bundleId" TEXT, ADD COLUMN "title" TEXT, ADD COLUMN "country" TEXT, ADD COLUMN "undoneAt" TIMESTAMP(3);
ALTER TABLE "Order" DROP CONSTRAINT order_kind;
ALTER TABLE "Order" ADD CONSTRAINT order_kind CHECK ("kind" IN ('tip', 'gift', 'post', 'bundle'));
ALTER TABLE "Order" ADD CONSTRAINT order_what CHECK (("kind" = 'post') = ("postId" IS NOT NULL) AND ("kind" = 'bundle') = ("bundleId" IS NOT NULL));

-- The posts an order is for, as they were when it was opened, and what each cost apart. No key to the post: one that nobody bought may go.
CREATE TABLE "OrderPost" (
    "orderId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "price" INTEGER NOT NULL,

    CONSTRAINT "OrderPost_pkey" PRIMARY KEY ("orderId", "postId"),
    CONSTRAINT order_post_price CHECK ("price" > 0)
);
CREATE INDEX "OrderPost_postId_idx" ON "OrderPost"("postId");
ALTER TABLE "OrderPost" ADD CONSTRAINT "OrderPost_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a buyer in the EU agreed to before they paid for posts.
CREATE TABLE "OrderConsent" (
    "orderId" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "consentedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OrderConsent_pkey" PRIMARY KEY ("orderId")
);
ALTER TABLE "OrderConsent" ADD CONSTRAINT "OrderConsent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
