import type { ChipTone } from "@/app/_ui/surfaces/chip";
import type { PayoutView } from "@/lib/commerce/payouts";

type State = PayoutView["state"];
export const payoutStates = ["awaiting_approval", "pending", "transferred", "in_transit", "paid", "failed", "returned", "cancelled"] as const satisfies readonly State[];

export const sayPayoutState: Record<State, string> = {
  awaiting_approval: "Waits for approval", pending: "To be sent", transferred: "At the provider", in_transit: "On its way", paid: "Paid", failed: "Coming back", returned: "Came back", cancelled: "Stopped",
};
export const payoutTone: Record<State, ChipTone> = { awaiting_approval: "held", pending: "plain", transferred: "plain", in_transit: "plain", paid: "in", failed: "danger", returned: "danger", cancelled: "plain" };

export const saySkip: Record<string, string> = {
  owed: "Owes us", in_flight: "One on its way", held: "Held", no_account: "No account", account_incomplete: "Account incomplete", not_today: "Another day", waiting: "Younger than a week", below_minimum: "Below the minimum",
};
