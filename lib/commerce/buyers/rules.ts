import { days } from "@/lib/platform/clock";

/**
 * After so many withdrawals from one page within this time its buyer cannot buy there until the first of them is a year old. Each costs us
 * the card's fee, and the right itself cannot be taken from a consumer (Directive 2011/83/EU, Art. 25); whom one sells to can be chosen.
 * Two: once is a mistake, twice may be; docs/decisions/0090.
 */
export const withdrawals = { most: 2, withinMs: days(365) } as const;
