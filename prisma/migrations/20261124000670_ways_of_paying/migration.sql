-- What a creator offers beside the month: a year at a price of its own, and days to try.
ALTER TABLE "Tier" ADD COLUMN "annualAmount" INTEGER, ADD COLUMN "trialDays" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Tier" ADD CONSTRAINT tier_annual_saves CHECK ("annualAmount" IS NULL OR ("annualAmount" >= "minAmount" AND "annualAmount" <= "minAmount" * 12));
ALTER TABLE "Tier" ADD CONSTRAINT tier_trial_days CHECK ("trialDays" IN (0, 7, 14, 30));

-- What the fan chose, and where they said they live.
ALTER TABLE "Checkout" ADD COLUMN "interval" TEXT NOT NULL DEFAULT 'month', ADD COLUMN "trialDays" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "country" TEXT;
ALTER TABLE "Checkout" ADD CONSTRAINT checkout_interval CHECK ("interval" IN ('month', 'year'));

ALTER TABLE "Subscription" ADD COLUMN "renewsAt" TIMESTAMP(3), ADD COLUMN "trialEndsAt" TIMESTAMP(3), ADD COLUMN "country" TEXT, ADD COLUMN "cancelReasonCode" TEXT;
ALTER TABLE "Subscription" ADD CONSTRAINT subscription_interval CHECK ("interval" IN ('month', 'year'));
CREATE INDEX "Subscription_creatorId_cancelRequestedAt_idx" ON "Subscription"("creatorId", "cancelRequestedAt");

-- When what a grant opens was first opened: a withdrawal asks.
ALTER TABLE "Grant" ADD COLUMN "firstUsedAt" TIMESTAMP(3);

-- One a fan and page, for ever.
CREATE TABLE "Trial" (
    "fanUserId" TEXT NOT NULL,
    "creatorId" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "remindedAt" TIMESTAMP(3),

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("fanUserId", "creatorId")
);
CREATE UNIQUE INDEX "Trial_subscriptionId_key" ON "Trial"("subscriptionId");
CREATE INDEX "Trial_remindedAt_endsAt_idx" ON "Trial"("remindedAt", "endsAt");
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A bill that was refused, until it is paid or the membership has ended.
CREATE TABLE "Overdue" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "providerInvoice" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "failedAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT,
    "tries" INTEGER NOT NULL,
    "nextTryAt" TIMESTAMP(3),
    "accessEndsAt" TIMESTAMP(3) NOT NULL,
    "warnedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "Overdue_pkey" PRIMARY KEY ("id"),
    CONSTRAINT overdue_outcome CHECK (("closedAt" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NULL OR "outcome" IN ('paid', 'ended')))
);
CREATE UNIQUE INDEX "Overdue_providerInvoice_key" ON "Overdue"("providerInvoice");
CREATE INDEX "Overdue_subscriptionId_failedAt_idx" ON "Overdue"("subscriptionId", "failedAt");
CREATE INDEX "Overdue_closedAt_accessEndsAt_idx" ON "Overdue"("closedAt", "accessEndsAt");
ALTER TABLE "Overdue" ADD CONSTRAINT "Overdue_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A visit to the provider's page for another card.
CREATE TABLE "CardUpdate" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "state" "CheckoutState" NOT NULL DEFAULT 'open',
    "providerId" TEXT,
    "url" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "completedAt" TIMESTAMP(3),
    "refusal" TEXT,

    CONSTRAINT "CardUpdate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CardUpdate_providerId_key" ON "CardUpdate"("providerId");
CREATE INDEX "CardUpdate_subscriptionId_createdAt_idx" ON "CardUpdate"("subscriptionId", "createdAt");
CREATE INDEX "CardUpdate_fanUserId_createdAt_idx" ON "CardUpdate"("fanUserId", "createdAt");
ALTER TABLE "CardUpdate" ADD CONSTRAINT "CardUpdate_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Another amount or tier: paid now, or at the end of what is paid.
CREATE TABLE "SubscriptionChange" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "fromTierId" TEXT NOT NULL,
    "toTierId" TEXT NOT NULL,
    "fromAmount" INTEGER NOT NULL,
    "toAmount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "dueToday" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "prorationAt" TIMESTAMP(3) NOT NULL,
    "takesEffectAt" TIMESTAMP(3) NOT NULL,
    "providerProduct" TEXT,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "SubscriptionChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT subscription_change_state CHECK ("state" IN ('paying', 'scheduled', 'applied', 'taken_back', 'failed')),
    CONSTRAINT subscription_change_charges CHECK ("dueToday" >= 0 AND "toAmount" > 0)
);
CREATE INDEX "SubscriptionChange_subscriptionId_askedAt_idx" ON "SubscriptionChange"("subscriptionId", "askedAt");
CREATE UNIQUE INDEX subscription_change_one_open ON "SubscriptionChange"("subscriptionId") WHERE "state" IN ('paying', 'scheduled');
ALTER TABLE "SubscriptionChange" ADD CONSTRAINT "SubscriptionChange_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SubscriptionChange" ADD CONSTRAINT subscription_change_to_tier FOREIGN KEY ("toTierId") REFERENCES "Tier" ("id") ON DELETE RESTRICT;

-- Months in which nothing is charged and nothing is open.
CREATE TABLE "MembershipPause" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "resumesAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "MembershipPause_pkey" PRIMARY KEY ("id"),
    CONSTRAINT membership_pause_months CHECK ("months" BETWEEN 1 AND 3)
);
CREATE INDEX "MembershipPause_subscriptionId_askedAt_idx" ON "MembershipPause"("subscriptionId", "askedAt");
CREATE UNIQUE INDEX membership_pause_one_open ON "MembershipPause"("subscriptionId") WHERE "endedAt" IS NULL;
ALTER TABLE "MembershipPause" ADD CONSTRAINT "MembershipPause_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a fan in the EU agreed to before they paid.
CREATE TABLE "WithdrawalConsent" (
    "checkoutId" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "consentedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WithdrawalConsent_pkey" PRIMARY KEY ("checkoutId")
);
ALTER TABLE "WithdrawalConsent" ADD CONSTRAINT "WithdrawalConsent_checkoutId_fkey" FOREIGN KEY ("checkoutId") REFERENCES "Checkout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Withdrawal" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "fanUserId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Withdrawal_subscriptionId_key" ON "Withdrawal"("subscriptionId");
CREATE INDEX "Withdrawal_fanUserId_askedAt_idx" ON "Withdrawal"("fanUserId", "askedAt");
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
