import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideDocuments } from "@/lib/commerce/tax/decide";

const figures = (gross: number, payments: number, rewards = 0, withheld = 0) => ({ gross, payments, months: [], rewards, withheld, quarters: [], otherCurrency: false });
const us = (state = "NY") => ({ kind: "w9" as const, country: "US", state, valid: true });
const forms = (year: number, formForSales: "1099-K" | "1099-NEC", gross: number, payments: number, state = "NY", rewards = 0): string[] => decideDocuments({ year, formForSales, figures: figures(gross, payments, rewards), papers: us(state), sellerCountry: undefined }).documents.map((one) => `${one.form}${one.federal ? "" : ` ${one.stateFiled ?? ""}`}`);

describe("who gets which form", () => {
  it.each([
    ...[2024, 2025, 2026].flatMap((year) => [
      [year, "1099-K", 2_000_000, 201, "NY", []], [year, "1099-K", 2_000_001, 200, "NY", []], [year, "1099-K", 2_000_001, 201, "NY", ["1099-K"]], [year, "1099-K", 9_000_000, 1, "NY", []], [year, "1099-K", 1, 5_000, "NY", []],
      [year, "1099-K", 59_999, 3, "MA", []], [year, "1099-K", 60_000, 1, "MA", ["1099-K MA"]], [year, "1099-K", 60_000, 1, "VA", ["1099-K VA"]], [year, "1099-K", 99_999, 10, "NJ", []], [year, "1099-K", 100_000, 1, "NJ", ["1099-K NJ"]], [year, "1099-K", 100_000, 3, "IL", []], [year, "1099-K", 100_000, 4, "IL", ["1099-K IL"]], [year, "1099-K", 250_000, 1, "AR", ["1099-K AR"]],
    ]),
    [2024, "1099-NEC", 59_999, 9, "NY", []], [2024, "1099-NEC", 60_000, 1, "NY", ["1099-NEC"]], [2025, "1099-NEC", 60_000, 1, "NY", ["1099-NEC"]], [2026, "1099-NEC", 60_000, 1, "NY", []], [2026, "1099-NEC", 199_999, 1, "NY", []], [2026, "1099-NEC", 200_000, 1, "NY", ["1099-NEC"]],
  ] as [number, "1099-K" | "1099-NEC", number, number, string, string[]][])("in %s, sales on a %s: %s cents in %s payments, %s → %j", (year, form, gross, payments, state, expected) => expect(forms(year, form, gross, payments, state)).toEqual(expected));

  it.each([[2024, 59_999, []], [2025, 60_000, ["1099-MISC"]], [2026, 60_000, []], [2026, 200_000, ["1099-MISC"]]])("in %s a prize of %s cents → %j", (year, rewards, expected) => expect(forms(year, "1099-K", 0, 0, "NY", rewards)).toEqual(expected));

  it("never has the same money on two forms, and every form whole", () => {
    fc.assert(
      fc.property(fc.constantFrom(2024, 2025, 2026), fc.constantFrom("1099-K" as const, "1099-NEC" as const), fc.nat(5_000_000), fc.nat(500), fc.nat(500_000), fc.nat(10_000), (year, formForSales, gross, payments, rewards, withheld) => {
        const { documents } = decideDocuments({ year, formForSales, figures: figures(payments === 0 ? 0 : gross, payments, rewards, withheld), papers: us("MA"), sellerCountry: undefined });
        const onSales = documents.filter((one) => one.form === "1099-K" || one.form === "1099-NEC");
        expect(onSales.length).toBeLessThanOrEqual(1);
        for (const one of onSales) expect(one).toMatchObject({ form: formForSales, gross });
        for (const one of documents.filter((each) => each.form === "1099-MISC")) expect(one.gross).toBe(rewards);
        // What was withheld is reported once, whatever the thresholds say.
        if (withheld > 0) expect(documents.reduce((sum, one) => sum + one.withheld, 0)).toBe(withheld);
      }),
    );
  });
});
