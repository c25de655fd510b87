-- What counted for the strength of the evidence, as it was weighed: [{ words, points }].
ALTER TABLE "Dispute" ADD COLUMN "weighed" JSONB NOT NULL DEFAULT '[]';
