import type { PromotionModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import { type Duration, sayTerms, type Terms } from "./count";
import type { OfferView } from "./schema";

/** A row's terms, as everything counts with them. */
export const termsOf = ({ percentOff, amountOff, currency, duration, months, tierIds }: Pick<PromotionModel, "percentOff" | "amountOff" | "currency" | "duration" | "months" | "tierIds">): Terms => ({ percentOff, amountOff, currency, duration: duration as Duration, months, tierIds });

export function toOffer(row: PromotionModel): OfferView {
  const terms = termsOf(row);
  return { ...terms, code: row.code, words: sayTerms(terms), tierIds: row.tierIds.map((one) => asId("tier", one)), endsAt: row.endsAt?.toISOString() ?? null };
}
