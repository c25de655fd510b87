export { giveMembership } from "./give-membership";
export { giveTip } from "./give-tip";
export { readGift, readOrder } from "./queries";
export { redeemGift } from "./redeem-gift";
export { giftMonths, leastTip } from "./rules";
export { giftInput, orderOutput, type OrderView, redeemInput, tipInput } from "./schema";
export { subscribers } from "./subscribers";
export { catchUpOrders, confirmOrder, syncOrder } from "./sync-order";
