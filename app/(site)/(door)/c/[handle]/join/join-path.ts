export type Choice = { tierId: string; amount: number };

/** The sheet with a choice in its address. `unpaid`: as one comes back to it from the payment page. */
export function joinPath(handle: string, { tierId, amount }: Choice, { unpaid = false } = {}): string {
  return `/c/${handle}/join?tier=${tierId}&amount=${amount}${unpaid ? "&unpaid=1" : ""}`;
}
