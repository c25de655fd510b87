import type { SaleView } from "@/lib/commerce/purchases";

/** "Inês P. joined Backstage", "Fenn renewed Front row", "Oskar tipped: “Encore!”", "Fenn bought the post “Row 212”". */
export function saySale({ kind, fanName, first, tierName, message, title }: SaleView): string {
  if (kind === "tip") return message ? `${fanName} tipped: “${message}”` : `${fanName} sent a tip`;
  if (kind === "post" || kind === "bundle") return `${fanName} bought the ${kind} “${title ?? ""}”`;
  const tier = tierName ?? "a tier that is gone";
  if (kind === "gift") return `${fanName} gave ${tier} to somebody`;
  return `${fanName} ${first ? "joined" : "renewed"} ${tier}`;
}
