import type { SaleView } from "@/lib/commerce/purchases";

/** What they did: "joined Backstage", "renewed Front row", "tipped: “Encore!”", "bought the post “Row 212”". */
export function sayDeed({ kind, first, tierName, message, title }: SaleView): string {
  if (kind === "tip") return message ? `tipped: “${message}”` : "sent a tip";
  if (kind === "post" || kind === "bundle") return `bought the ${kind} “${title ?? ""}”`;
  const tier = tierName ?? "a tier that is gone";
  if (kind === "gift") return `gave ${tier} to somebody`;
  return `${first ? "joined" : "renewed"} ${tier}`;
}

/** "Inês P. joined Backstage" */
export const saySale = (sale: SaleView): string => `${sale.fanName} ${sayDeed(sale)}`;
