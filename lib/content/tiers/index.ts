export { archiveTier } from "./archive-tier";
export { createTier } from "./create-tier";
export { deleteTier } from "./delete-tier";
export { orderTiers } from "./order-tiers";
export { listTiers, openTier, tiersInUse } from "./queries";
export { leastMinimum, trialLengths } from "./rules";
export { type Tier, tierChange, tierInput, tierOrderInput, tierOutput } from "./schema";
export { updateTier } from "./update-tier";
