import type { SaleView } from "@/lib/commerce/purchases";

/** "Inês P. joined Backstage", "Fenn renewed Front row", "Oskar tipped: “Encore!”". */
export function saySale({ kind, fanName, first, tierName, message }: SaleView): string {
  if (kind === "tip") return message ? `${fanName} tipped: “${message}”` : `${fanName} sent a tip`;
  const tier = tierName ?? "a tier that is gone";
  if (kind === "gift") return `${fanName} gave ${tier} to somebody`;
  return `${fanName} ${first ? "joined" : "renewed"} ${tier}`;
}
