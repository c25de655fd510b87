-- A bank may ask about a payment of which everything has been returned: nothing of it is disputed, and yet it is answered.
ALTER TABLE "Dispute" DROP CONSTRAINT dispute_positive;
ALTER TABLE "Dispute" ADD CONSTRAINT dispute_not_negative CHECK ("amount" >= 0);
