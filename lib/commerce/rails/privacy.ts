import { definePrivacy } from "@/lib/platform/privacy";

const payer = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: { keep: "As long as the books are kept: it is how a payment is traced to its payer in a dispute or a tax audit." } } as const;

export const privacy = definePrivacy("commerce/rails", {
  RailCustomer: {
    subject: "the fan (userId)",
    personal: {
      userId: { ...payer, purpose: "Who pays." },
      providerId: { ...payer, purpose: "Their customer id at the payment provider, who keeps their card; we never see it." },
      createdAt: { ...payer, purpose: "Since when the provider knows them." },
    },
    notPersonal: ["rail"],
  },
});
