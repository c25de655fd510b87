-- When a buyer in the EU withdrew from the contract.
ALTER TABLE "Order" ADD COLUMN "withdrawnAt" TIMESTAMP(3);
