import { startStripe, type StripeDoubleOptions } from "@/local/stripe";

/** The payment provider's double in a process of its own, in memory; told where to listen for by its parent, and gone with it. */
interface Told {
  secretKey: string;
  restricted: StripeDoubleOptions["restricted"];
  webhookSecret: string;
  connectWebhookSecret: string;
  mailbox: string;
}

process.once("message", (told: Told) => {
  const { mailbox, ...secrets } = told;
  void startStripe({ dataDir: null, keepsDays: 35, webhookUrl: `${mailbox}/platform`, connectWebhookUrl: `${mailbox}/connect`, ...secrets }).then(({ url }) => process.send?.({ url }));
});
process.once("disconnect", () => {
  process.exit(0);
});
