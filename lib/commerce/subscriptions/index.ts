export { cancelSubscription, keepSubscription } from "./cancel-subscription";
export { jobs } from "./jobs";
export { subscribers } from "./subscribers";
export { livingSubscription, membersByTier, mySubscriptions } from "./queries";
export { cancelInput, subscriptionOutput, type SubscriptionView } from "./schema";
export { syncSubscription } from "./sync-subscription";
export { catchUpSubscriptions } from "./catch-up";
