import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPrice } from "@/app/_ui/fee-split";
import { estimateSplit, splitPayment } from "@/lib/commerce/fees";
import { formatMoney, share } from "@/lib/platform/money";

const amount = fc.integer({ min: 1, max: 100_000_000 });
const bps = fc.integer({ min: 0, max: 10_000 });

describe("money", () => {
  it("shares are whole, never more than the whole, and off by half a cent at most", () => {
    fc.assert(fc.property(amount, bps, (whole, part) => {
      const one = share(whole, part);
      expect(Number.isSafeInteger(one)).toBe(true);
      expect(one).toBeLessThanOrEqual(whole);
      expect(Math.abs(one * 10_000 - whole * part)).toBeLessThanOrEqual(5_000);
    }));
  });

  it("every split adds up to what was paid", () => {
    fc.assert(fc.property(amount, fc.integer({ min: 0, max: 10_000 }), bps, (gross, processing, platformBps) => {
      const split = splitPayment(gross, processing, { platformBps });
      expect(split.platformFee + split.processingFee + split.net).toBe(gross);
    }));
  });

  it("what a page shows before is what the books would say at list price", () => {
    const schedule = { id: "fee", effectiveFrom: new Date(), platformBps: 1_000, estimateProcessingBps: 290, estimateProcessingFixed: 30 };
    fc.assert(fc.property(fc.integer({ min: 100, max: 1_000_000 }), (gross) => {
      const shown = splitPrice(gross, { platformBps: 1_000, processingBps: 290, processingFixedMinor: 30 });
      const booked = estimateSplit(gross, schedule);
      expect(shown).toMatchObject({ platform: booked.platformFee, processing: booked.processingFee, net: booked.net });
    }));
    expect(estimateSplit(1_000, schedule)).toMatchObject({ platformFee: 100, processingFee: 59, net: 841 });
  });

  it("is written exactly", () => {
    expect(formatMoney({ amount: 128_420, currency: "usd" })).toBe("$1,284.20");
    expect(formatMoney({ amount: -5, currency: "usd" })).toBe("−$0.05");
    expect(() => formatMoney({ amount: 1.5, currency: "usd" })).toThrow();
  });
});
