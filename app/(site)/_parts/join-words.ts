import { formatDate } from "@/app/_ui/date-format";
import type { Membership } from "@/lib/community/follows";
import type { Tier } from "@/lib/content/tiers";
import { formatMoney } from "@/lib/platform/money/format";

/** "Join from $5"; nothing when there is nothing to join. */
export function joinFrom(tiers: Tier[]): string | undefined {
  const least = tiers.reduce<Tier | undefined>((best, tier) => (best && best.minAmount <= tier.minAmount ? best : tier), undefined);
  return least && `Join from ${formatMoney({ amount: least.minAmount, currency: least.currency }, { trim: true })}`;
}

/** "Renews on Dec 24": a month away at most, so the year goes without saying. */
export function untilWords({ currentPeriodEnd, cancelled, status }: Membership): string {
  const day = formatDate(currentPeriodEnd, "short");
  if (cancelled) return `Yours until ${day}`;
  return status === "past_due" ? "The last payment has not come through yet" : `Renews on ${day}`;
}

/** People are called by their first word: "Join Marisol". Names that are one thing stay whole. */
export function shortName(name: string): string {
  const words = name.split(/\s+/u);
  return words.length === 2 && !/^(?:the|los|las|les)$/iu.test(words[0] ?? "") ? (words[0] ?? name) : name;
}
