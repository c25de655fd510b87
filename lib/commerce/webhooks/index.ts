export { jobs } from "./jobs";
export { receiveStripeEvent } from "./receive-stripe-event";
