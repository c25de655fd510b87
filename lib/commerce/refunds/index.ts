export { jobs } from "./jobs";
export { type Parts, partsOfRefund, shareRefund } from "./parts";
export { refundsOfSale } from "./queries";
export { requestRefund, requestRefundIn, requestRefundOnce } from "./request-refund";
export { type Initiator } from "./rules";
export { refundInput, refundOutput, type RefundView } from "./schema";
export { subscribers } from "./subscribers";
export { syncRefundsOf } from "./sync-refund";
