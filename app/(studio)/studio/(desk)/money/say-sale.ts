import type { SaleView } from "@/lib/commerce/purchases";

/** "Inês P. joined Backstage", "Fenn renewed Front row". */
export function saySale({ fanName, first, tierName }: SaleView): string {
  return `${fanName} ${first ? "joined" : "renewed"} ${tierName ?? "a tier that is gone"}`;
}
