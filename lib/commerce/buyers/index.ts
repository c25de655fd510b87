export { mayPay } from "./may-pay";
export { refusalForBuyer } from "./refusal";
