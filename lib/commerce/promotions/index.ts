export { archivePromotion } from "./archive-promotion";
export { holdsAt, leastAmount, leastPayment, leftOf, monthsLater, sayTerms, scheduleOf, takenOff, type Terms, whyNotWith } from "./count";
export { CodeRefused, CodeUsedUp } from "./errors";
export { holdPromotion } from "./hold-promotion";
export { jobs, tellOfPromotion } from "./jobs";
export { makePromotion } from "./make-promotion";
export { judgeOffer, promotionsOf, readOffer, selectOffer } from "./queries";
export { codeText, offerOutput, type OfferView, promotionInput, promotionOutput, type PromotionView } from "./schema";
export { termsOf } from "./to-promotion";
