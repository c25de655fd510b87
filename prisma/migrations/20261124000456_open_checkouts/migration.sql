-- Payment pages that are still open, by what they sell: closed when its terms change.
CREATE INDEX checkout_open_by_page ON "Checkout" ("creatorId", "tierId") WHERE state = 'open';
