import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOfRefund, shareRefund } from "@/lib/commerce/refunds/parts";

const sale = fc.record({ platformFee: fc.nat(3_000), processingFee: fc.nat(3_000), net: fc.nat(90_000) }).map((parts) => ({ ...parts, gross: parts.platformFee + parts.processingFee + parts.net })).filter(({ gross }) => gross > 0);

/** Cuts `total` at arbitrary places. */
const cuts = (total: number) => fc.array(fc.integer({ min: 1, max: total }), { maxLength: 6 }).map((places) => {
  const marks = [...new Set([...places, total])].sort((a, b) => a - b);
  return marks.map((mark, index) => mark - (marks[index - 1] ?? 0));
});

describe("the parts of a refund", () => {
  it("add up to it, are never negative, and over any number of partial refunds are those of the whole", () => {
    fc.assert(
      fc.property(sale.chain((whole) => fc.tuple(fc.constant(whole), cuts(whole.gross))), ([whole, amounts]) => {
        let before = 0;
        const sums = { platformFee: 0, processingFee: 0, net: 0 };
        for (const amount of amounts) {
          const parts = partsOfRefund(whole, before, amount);
          expect(parts.platformFee + parts.processingFee + parts.net).toBe(amount);
          expect(Math.min(parts.platformFee, parts.processingFee)).toBeGreaterThanOrEqual(0);
          sums.platformFee += parts.platformFee;
          sums.processingFee += parts.processingFee;
          sums.net += parts.net;
          before += amount;
        }
        expect(sums).toEqual({ platformFee: whole.platformFee, processingFee: whole.processingFee, net: whole.net });
      }),
      { numRuns: 500 },
    );
  });

  it("come from those who shared the sale, each giving back what they got and not a cent more", () => {
    const shares = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 5 }).filter((nets) => nets.some((net) => net > 0)).map((nets) => nets.map((net, index) => ({ creatorId: `c${index}`, net })));
    fc.assert(
      fc.property(shares.chain((all) => fc.tuple(fc.constant(all), cuts(all.reduce((sum, one) => sum + one.net, 0)))), ([all, nets]) => {
        const back = new Map<string, number>();
        let before = 0;
        for (const net of nets) {
          const parts = shareRefund(all, before, net);
          expect(parts.reduce((sum, one) => sum + one.net, 0)).toBe(net);
          for (const part of parts) back.set(part.creatorId, (back.get(part.creatorId) ?? 0) + part.net);
          before += net;
        }
        expect(all.map(({ creatorId }) => back.get(creatorId))).toEqual(all.map(({ net }) => net));
      }),
      { numRuns: 300 },
    );
  });

  it("refuse more than was paid", () => {
    expect(() => partsOfRefund({ gross: 1000, platformFee: 100, processingFee: 59, net: 841 }, 900, 101)).toThrow(RangeError);
  });
});
