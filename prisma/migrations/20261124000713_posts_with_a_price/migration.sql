-- Those that can be put into a bundle, among the many that cannot.
CREATE INDEX post_with_price ON "Post" ("creatorId", "createdAt" DESC, "id" DESC) WHERE "price" IS NOT NULL;
-- The bundles a page sells, among those it sold once.
CREATE INDEX bundle_for_sale ON "Bundle" ("creatorId", "createdAt" DESC, "id" DESC) WHERE "archivedAt" IS NULL;
