import { YearSavesNothing } from "./errors";

/** A year costs a month at least, and never more than its twelve. @throws YearSavesNothing */
export function checkYear(tier: { name: string; minAmount: number; currency: string; annualAmount?: number | null | undefined }): void {
  const { annualAmount, ...rest } = tier;
  if (typeof annualAmount === "number" && (annualAmount < tier.minAmount || annualAmount > tier.minAmount * 12)) throw new YearSavesNothing({ ...rest, annualAmount });
}
