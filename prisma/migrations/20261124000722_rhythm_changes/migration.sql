-- A membership may move between the month and the year while it runs.
ALTER TABLE "SubscriptionChange" ADD COLUMN "fromInterval" TEXT NOT NULL DEFAULT 'month', ADD COLUMN "toInterval" TEXT NOT NULL DEFAULT 'month';
UPDATE "SubscriptionChange" c SET "fromInterval" = s.interval, "toInterval" = s.interval FROM "Subscription" s WHERE s.id = c."subscriptionId" AND s.interval <> 'month';
ALTER TABLE "SubscriptionChange" ADD CONSTRAINT subscription_change_intervals CHECK ("fromInterval" IN ('month', 'year') AND "toInterval" IN ('month', 'year'));
