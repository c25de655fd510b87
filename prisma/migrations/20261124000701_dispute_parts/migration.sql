-- What of a disputed amount we and the payment provider had kept; said when the bank takes it, booked when it is lost.
ALTER TABLE "Dispute" ADD COLUMN "platformFee" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Dispute" ADD COLUMN "processingFee" INTEGER NOT NULL DEFAULT 0;
