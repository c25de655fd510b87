-- Which mails went out, so that a job that is run twice sends one.
CREATE TABLE "SentMail" (
    "reference" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SentMail_pkey" PRIMARY KEY ("reference", "category")
);
CREATE INDEX "SentMail_sentAt_idx" ON "SentMail" ("sentAt");
