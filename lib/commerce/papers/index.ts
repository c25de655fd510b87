export { drawReceipt } from "./receipts/draw-receipt";
export { myPayments } from "./receipts/my-payments";
export { paymentOutput, type PaymentView } from "./receipts/schema";
