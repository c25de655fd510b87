CREATE TYPE "TaxFormKind" AS ENUM ('w9', 'w8ben', 'w8ben_e');

CREATE TABLE "TaxForm" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" "TaxFormKind" NOT NULL,
    "country" TEXT NOT NULL,
    "state" TEXT,
    "taxClass" TEXT NOT NULL,
    "tinKind" TEXT,
    "tinLast4" TEXT,
    "tinSealed" TEXT,
    "foreignTinLast4" TEXT,
    "foreignTinSealed" TEXT,
    "identitySealed" TEXT NOT NULL,
    "backupNotice" BOOLEAN NOT NULL DEFAULT false,
    "exemptPayeeCode" TEXT,
    "certificationVersion" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,
    "signedFrom" TEXT NOT NULL,
    "validUntil" TIMESTAMP(3),
    CONSTRAINT "TaxForm_pkey" PRIMARY KEY ("id"),
    -- What lies beside a sealed number is never more than its end; and what is sealed is sealed.
    CONSTRAINT tax_form_masked CHECK (length("tinLast4") <= 4 AND length("foreignTinLast4") <= 4),
    CONSTRAINT tax_form_sealed CHECK ("tinSealed" LIKE 'v1.%' AND "foreignTinSealed" LIKE 'v1.%' AND "identitySealed" LIKE 'v1.%'),
    CONSTRAINT tax_form_complete CHECK (CASE "kind" WHEN 'w9' THEN "country" = 'US' AND "tinSealed" IS NOT NULL AND "state" IS NOT NULL ELSE "country" <> 'US' AND "validUntil" IS NOT NULL END)
);
CREATE INDEX "TaxForm_userId_signedAt_id_idx" ON "TaxForm"("userId", "signedAt" DESC, "id" DESC);

CREATE TABLE "TinMatch" (
    "id" TEXT NOT NULL,
    "formId" TEXT NOT NULL,
    "matched" BOOLEAN NOT NULL,
    "reference" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "byUserId" TEXT,
    CONSTRAINT "TinMatch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TinMatch_formId_checkedAt_id_idx" ON "TinMatch"("formId", "checkedAt" DESC, "id" DESC);
ALTER TABLE "TinMatch" ADD CONSTRAINT "TinMatch_formId_fkey" FOREIGN KEY ("formId") REFERENCES "TaxForm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "TaxConsent" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "fromAddress" TEXT NOT NULL,
    CONSTRAINT "TaxConsent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TaxConsent_userId_at_id_idx" ON "TaxConsent"("userId", "at" DESC, "id" DESC);

CREATE TABLE "SellerDetails" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "tinLast4" TEXT NOT NULL,
    "vatLast4" TEXT,
    "vatSealed" TEXT,
    "detailsSealed" TEXT NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "SellerDetails_pkey" PRIMARY KEY ("id"),
    CONSTRAINT seller_details_sealed CHECK ("vatSealed" LIKE 'v1.%' AND "detailsSealed" LIKE 'v1.%' AND length("tinLast4") <= 4 AND length("vatLast4") <= 4)
);
CREATE INDEX "SellerDetails_userId_givenAt_id_idx" ON "SellerDetails"("userId", "givenAt" DESC, "id" DESC);

-- A signed form is history: of an update only what is sealed may become another value, when its key is turned; a row that
-- is to be kept by law (26 CFR 31.3406(h)-3(g): three years) is not removed before.
CREATE FUNCTION keep_tax_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."signedAt" > now() - interval '3 years' THEN
      RAISE EXCEPTION '% is kept for three years', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF to_jsonb(NEW) - ARRAY['tinSealed', 'foreignTinSealed', 'identitySealed'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['tinSealed', 'foreignTinSealed', 'identitySealed']
     OR (NEW."tinSealed" IS NULL) <> (OLD."tinSealed" IS NULL) OR (NEW."foreignTinSealed" IS NULL) <> (OLD."foreignTinSealed" IS NULL) THEN
    RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tax_form_kept BEFORE UPDATE OR DELETE ON "TaxForm" FOR EACH ROW EXECUTE FUNCTION keep_tax_form();
