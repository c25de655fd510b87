CREATE TYPE "TaxDocumentState" AS ENUM ('draft', 'issued', 'delivered');

CREATE TABLE "TaxDocument" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "creatorId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "correction" INTEGER NOT NULL DEFAULT 0,
    "voided" BOOLEAN NOT NULL DEFAULT false,
    "state" "TaxDocumentState" NOT NULL DEFAULT 'draft',
    "currency" TEXT NOT NULL,
    "gross" BIGINT NOT NULL,
    "withheldAmount" BIGINT NOT NULL,
    "payments" INTEGER NOT NULL,
    "federal" BOOLEAN NOT NULL,
    "stateFiled" TEXT,
    "missingTin" BOOLEAN NOT NULL,
    "payloadSealed" TEXT NOT NULL,
    "delivery" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issuedAt" TIMESTAMP(3),
    "deliveredAt" TIMESTAMP(3),
    CONSTRAINT "TaxDocument_pkey" PRIMARY KEY ("id"),
    CONSTRAINT tax_document_sealed CHECK ("payloadSealed" LIKE 'v1.%'),
    CONSTRAINT tax_document_amounts CHECK ("gross" >= 0 AND "withheldAmount" >= 0 AND "payments" >= 0 AND "correction" >= 0),
    CONSTRAINT tax_document_state CHECK (CASE "state" WHEN 'draft' THEN "issuedAt" IS NULL AND "deliveredAt" IS NULL WHEN 'issued' THEN "issuedAt" IS NOT NULL AND "deliveredAt" IS NULL ELSE "issuedAt" IS NOT NULL AND "deliveredAt" IS NOT NULL AND "delivery" IS NOT NULL END)
);
CREATE UNIQUE INDEX "TaxDocument_year_creatorId_form_correction_key" ON "TaxDocument"("year", "creatorId", "form", "correction");
CREATE INDEX "TaxDocument_creatorId_year_idx" ON "TaxDocument"("creatorId", "year");
CREATE INDEX "TaxDocument_year_form_id_idx" ON "TaxDocument"("year", "form", "id");
CREATE INDEX "TaxDocument_year_state_id_idx" ON "TaxDocument"("year", "state", "id");

-- The same money is never on both forms for sales: of a creator and year one of the two exists, whatever the setting became meanwhile.
CREATE UNIQUE INDEX tax_document_one_form_for_sales ON "TaxDocument"("year", "creatorId", "correction") WHERE "form" IN ('1099-K', '1099-NEC');

-- What was issued is what somebody holds in their hands: a change is a correction, a row of its own.
CREATE FUNCTION keep_tax_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'draft' AND OLD."issuedAt" > now() - interval '4 years' THEN
      RAISE EXCEPTION 'an issued tax document is kept for four years' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" <> 'draft' AND to_jsonb(NEW) - ARRAY['payloadSealed', 'state', 'delivery', 'deliveredAt'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['payloadSealed', 'state', 'delivery', 'deliveredAt'] THEN
    RAISE EXCEPTION 'an issued tax document is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."state" < OLD."state" THEN
    RAISE EXCEPTION 'a tax document does not go back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tax_document_kept BEFORE UPDATE OR DELETE ON "TaxDocument" FOR EACH ROW EXECUTE FUNCTION keep_tax_document();

CREATE TABLE "TaxReview" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "creatorId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "foundAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    CONSTRAINT "TaxReview_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "TaxReview_year_creatorId_reason_key" ON "TaxReview"("year", "creatorId", "reason");

CREATE TABLE "TaxRun" (
    "year" INTEGER NOT NULL,
    "cursor" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    CONSTRAINT "TaxRun_pkey" PRIMARY KEY ("year")
);
