import type { SaleView } from "@/lib/commerce/purchases";

/** "Inês P. joined Backstage", "Fenn stays in Front row". */
export function saySale({ fanName, first, tierName }: SaleView): string {
  return `${fanName} ${first ? "joined" : "stays in"} ${tierName ?? "a tier that is gone"}`;
}
