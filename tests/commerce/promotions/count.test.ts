import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastAmount, leastPayment, leftOf, scheduleOf, takenOff, type Terms, whyNotWith } from "@/lib/commerce/promotions/count";

describe("what a code takes off", () => {
  const terms = fc.oneof(
    fc.record({ percentOff: fc.integer({ min: 1, max: 100 }), amountOff: fc.constant(null) }),
    fc.record({ percentOff: fc.constant(null), amountOff: fc.integer({ min: 1, max: 1_000_000 }) }),
  ).chain((off) => fc.record({ duration: fc.constantFrom("once" as const, "months" as const, "forever" as const), months: fc.integer({ min: 1, max: 12 }) }).map((rest): Terms => ({ ...off, ...rest, currency: "usd", tierIds: [] })));
  const amount = fc.integer({ min: 1, max: 1_000_000 });

  it("is never more than there is, and never makes a dearer choice cheaper", () => {
    fc.assert(fc.property(terms, amount, (one, paid) => {
      const off = takenOff(one, paid);
      expect(off).toBeGreaterThanOrEqual(0);
      expect(off).toBeLessThanOrEqual(paid);
      expect(off + leftOf(one, paid)).toBe(paid);
      expect(leftOf(one, paid + 1)).toBeGreaterThanOrEqual(leftOf(one, paid));
    }));
  });

  it("leaves nothing, or what a card can pay; and from the smallest amount on that is told, each one does", () => {
    fc.assert(fc.property(terms, amount, (one, paid) => {
      const accepted = whyNotWith(one, { tierId: "t", amount: paid, interval: "month", trial: false }) === undefined;
      const left = leftOf(one, paid);
      expect(accepted).toBe(one.percentOff === 100 || left >= leastPayment);
      if (one.percentOff !== 100) expect([leftOf(one, leastAmount(one)) >= leastPayment, leftOf(one, leastAmount(one) - 1) < leastPayment]).toEqual([true, true]);
    }));
  });

  it("runs out after as many payments as it says, and then all is paid", () => {
    fc.assert(fc.property(terms, amount, (one, paid) => {
      const { now, then } = scheduleOf(one, paid);
      expect(now).toBe(leftOf(one, paid));
      expect(then).toEqual(one.duration === "forever" ? undefined : { amount: paid, after: one.duration === "once" ? 1 : one.months });
    }));
  });
});
