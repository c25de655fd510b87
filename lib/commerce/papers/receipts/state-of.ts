import type { PaymentState } from "./schema";

/** What the bank says of a payment goes before what we returned: it has the money. */
export function stateOf({ amount, returned, stage }: { amount: number; returned: number; stage: string | null }): PaymentState {
  if (stage === "lost") return "taken back";
  if (stage !== null && ["warned", "warned_answered", "open", "submitted"].includes(stage)) return "disputed";
  if (returned >= amount) return "returned";
  return returned > 0 ? "returned in part" : "paid";
}
