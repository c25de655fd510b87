-- A tier that a payment page was ever opened for stays: whoever pays on that page gets what they paid for.
-- Not validated: pages of tiers that were deleted before this rule may lie there, and stay as the record they are.
ALTER TABLE "Checkout" ADD CONSTRAINT checkout_tier FOREIGN KEY ("tierId") REFERENCES "Tier" ("id") ON DELETE RESTRICT NOT VALID;
-- The database looks here when a tier is deleted.
CREATE INDEX "Checkout_tierId_idx" ON "Checkout" ("tierId");
