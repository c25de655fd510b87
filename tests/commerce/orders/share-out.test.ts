import fc from "fast-check";
import { expect, it } from "vitest";
import { shareOut } from "@/lib/commerce/purchases/share-out";

it("splits lose no cent, give no collaborator less than nothing, and each part adds up, whatever the payment, what it cost, and the shares", () => {
  const payment = fc.record({ platformFee: fc.nat(100_000), processingFee: fc.nat(100_000), net: fc.integer({ min: -500, max: 1_000_000 }) }).map((parts) => ({ ...parts, gross: parts.platformFee + parts.processingFee + parts.net }));
  const splits = fc.array(fc.integer({ min: 1, max: 9_900 }), { maxLength: 6 }).filter((shares) => shares.reduce((sum, one) => sum + one, 0) < 10_000);
  fc.assert(
    fc.property(payment, splits, (paid, shares) => {
      const parts = shareOut(paid, "owner", shares.map((shareBps, index) => ({ collaboratorId: `c${index}`, shareBps })));
      for (const field of ["gross", "platformFee", "processingFee", "net"] as const) expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(paid[field]);
      for (const part of parts) {
        expect(part.gross).toBe(part.platformFee + part.processingFee + part.net);
        expect(Math.min(part.platformFee, part.processingFee)).toBeGreaterThanOrEqual(0);
        if (part.creatorId !== "owner" || paid.net >= 0) expect(Math.min(part.gross, part.net)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 2_000 },
  );
});
