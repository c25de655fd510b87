import { config } from "@/lib/platform/config";
import type { PaymentRail } from "../port";
import { cards } from "./cards";
import { changes } from "./changes";
import { checkouts } from "./checkouts";
import { demand, stripe } from "./client";
import { payments } from "./payments";
import { subscriptions } from "./subscriptions";

export const stripeRail: PaymentRail = {
  name: "stripe",
  refusal: (rating) => (rating === "adult" && !config().STRIPE_ADULT_APPROVED ? "Our payment provider does not take adult content without its written approval, so this page cannot charge yet." : undefined),
  ...checkouts,
  ...subscriptions,
  ...cards,
  ...changes,
  ...payments,
  check: async () => {
    await demand(() => stripe().accounts.retrieveCurrent());
  },
};
