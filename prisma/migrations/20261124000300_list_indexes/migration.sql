-- Indexes for the lists and look-ups that would otherwise walk a table or sort all of somebody's rows
-- (tests/performance/list-plans.test.ts reads the plans).

-- One's own memberships, newest first. Nothing asks for them by status.
CREATE INDEX "Subscription_fanUserId_startedAt_id_idx" ON "Subscription" ("fanUserId", "startedAt" DESC, "id" DESC);
DROP INDEX "Subscription_fanUserId_status_startedAt_idx";
-- Memberships of which nothing was heard, for the hourly catching up.
CREATE INDEX "Subscription_status_currentPeriodEnd_idx" ON "Subscription" ("status", "currentPeriodEnd");
-- How many are in each tier, from the index alone.
CREATE INDEX subscription_alive_by_tier ON "Subscription" ("creatorId", "tierId") WHERE "status" <> 'ended';

-- Whether a sale was the first of its membership, and which invoices of a membership are booked.
CREATE INDEX "Sale_subscriptionId_occurredAt_idx" ON "Sale" ("subscriptionId", "occurredAt");
-- The month of all sales, for the administrators' first page.
CREATE INDEX "Sale_occurredAt_idx" ON "Sale" ("occurredAt");
-- What an account holds: the sum of its lines, from the index alone.
CREATE INDEX ledger_entry_amounts ON "LedgerEntry" ("accountId") INCLUDE ("amount");

-- Creators, most joined first. Both columns in one direction, so that a cursor is one comparison: most pages share a count.
DROP INDEX "CreatorProfile_memberCount_id_idx";
CREATE INDEX "CreatorProfile_memberCount_id_idx" ON "CreatorProfile" ("memberCount" DESC, "id" DESC);
-- The newest posts of each creator one follows, in their order from the index alone.
CREATE INDEX publication_shown ON "Publication" ("creatorId", "dueAt" DESC, "postId" DESC) WHERE "clearedAt" IS NOT NULL;
-- The post a creator has pinned, among however many they wrote.
CREATE INDEX post_pinned ON "Post" ("creatorId", "pinnedAt" DESC) WHERE "pinnedAt" IS NOT NULL;
-- Whether a tier has ever been joined; asked by the foreign key as well.
CREATE INDEX "Grant_tierId_idx" ON "Grant" ("tierId");
-- Whom one follows, last followed first.
CREATE INDEX "Follow_userId_createdAt_idx" ON "Follow" ("userId", "createdAt" DESC);

-- Where one is signed in. Partial: the planner takes no order from a column that IS NULL.
CREATE INDEX session_alive ON "Session" ("userId", "lastSeenAt" DESC) WHERE "revokedAt" IS NULL;
