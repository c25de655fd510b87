import { formatDate } from "@/app/_ui/date-format";
import { fileSize } from "@/app/_ui/forms/send-file";
import { formatMoney } from "@/lib/platform/money/format";

export type Fact = { label: string; value: string };

const isMoney = new Set(["minAmount", "amount", "gross"]);
const labels: Record<string, string> = {
  minAmount: "minimum price", amount: "amount", gross: "paid", sessionId: "session", creatorId: "page", tierId: "tier", tierIds: "order, lowest first", subscriptionId: "membership", restrictionId: "restriction",
  fields: "changed", by: "by", provider: "with", clearedBy: "cleared by", dueAt: "due", bytes: "size", audience: "for", handle: "address", from: "from", to: "to", count: "how many",
};
const wordsOf = (key: string): string => labels[key] ?? key.replace(/([A-Z])/gu, " $1").toLowerCase();

/** What stands beside an entry, in words: money as money, moments as moments, the rest as it is. */
export function factsOf(data: unknown): Fact[] {
  if (typeof data !== "object" || data === null) return [];
  const { currency, ...rest } = data as Record<string, unknown>;
  const money = typeof currency === "string" ? currency : "usd";
  return Object.entries(rest).map(([key, value]) => ({ label: wordsOf(key), value: valueOf(key, value, money) }));
}

function valueOf(key: string, value: unknown, currency: string): string {
  if (typeof value === "number") {
    if (isMoney.has(key) && Number.isSafeInteger(value)) return formatMoney({ amount: value, currency });
    return key === "bytes" ? fileSize(value) : value.toLocaleString("en-US");
  }
  if (Array.isArray(value)) return value.length ? value.map(String).join(", ") : "nothing";
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}T/u.test(value) ? formatDate(new Date(value), "moment") : value || "nothing";
  return value === null || value === undefined ? "nothing" : JSON.stringify(value);
}
