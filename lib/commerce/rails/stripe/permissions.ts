/**
 * What our key at Stripe may do, by resource: the whole of it (docs/runbooks/deploy-to-vercel.md says how it is made). The double on this
 * machine holds our key to this list, so a call that needs more fails here first. A key that is stolen can do no more than this: no
 * creators' accounts read one by one beyond ours, no charges listed, no webhook turned elsewhere.
 */
export const stripePermissions = {
  account_links: "write",
  accounts: "write",
  balance: "read",
  balance_transactions: "read",
  "checkout/sessions": "write",
  coupons: "write",
  customers: "write",
  disputes: "write",
  files: "write",
  invoices: "write",
  payment_intents: "read",
  payment_methods: "read",
  payouts: "write",
  products: "write",
  "radar/early_fraud_warnings": "read",
  refunds: "write",
  subscription_schedules: "write",
  subscriptions: "write",
  transfers: "write",
} as const satisfies Record<string, "read" | "write">;
