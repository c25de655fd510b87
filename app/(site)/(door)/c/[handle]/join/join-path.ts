export type Choice = { tierId: string; amount: number; interval?: "month" | "year"; code?: string | undefined };

/** The sheet with a choice in its address. `unpaid`: as one comes back to it from the payment page. */
export function joinPath(handle: string, { tierId, amount, interval, code }: Choice, { unpaid = false } = {}): string {
  return `/c/${handle}/join?tier=${tierId}&amount=${amount}${interval === "year" ? "&every=year" : ""}${code ? `&code=${encodeURIComponent(code)}` : ""}${unpaid ? "&unpaid=1" : ""}`;
}
