/** `1200, "usd"` → `$12.00`; `500, "jpy"` → `¥500`. Amounts are minor units. */
export function describeMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
