import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "@/lib/commerce/disputes/decide";
import { holdable, partsOfDispute } from "@/lib/commerce/disputes/parts";
import { scoreBuyer } from "@/lib/commerce/disputes/buyers/score-buyer";
import { blockFrom, shield } from "@/lib/commerce/disputes/rules";
import { decideShield, type ShieldFacts } from "@/lib/commerce/disputes/shield/decide-shield";

const sale = fc.tuple(fc.integer({ min: 100, max: 500_000 }), fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 900 })).map(([gross, platformBps, processing]) => {
  const platformFee = Math.floor((gross * platformBps) / 10_000);
  const processingFee = Math.min(processing, gross - platformFee);
  return { gross, platformFee, processingFee, net: gross - platformFee - processingFee };
});

const good: ShieldFacts = { reason: "fraudulent", currency: "usd", loss: 2_583, pool: 10_000, saleGross: 3_000, pageAgeMs: shield.pageOlderThanMs, disputes: 1, sales: 3, paidThisMonth: 0, delivered: true, signedIn: true };

describe("the parts of a disputed payment", () => {
  it("are never more than was disputed, nor than was left, and what is held is never more than there is", () => {
    fc.assert(
      fc.property(sale, fc.nat(600_000), fc.integer({ min: 1, max: 600_000 }), fc.integer({ min: -5_000, max: 600_000 }), (sold, before, amount, balance) => {
        const gone = Math.min(before, sold.gross);
        const parts = partsOfDispute(sold, [{ creatorId: "c", net: sold.net }], gone, amount);
        const net = parts.shares.reduce((sum, share) => sum + share.net, 0);
        expect(parts.platformFee + parts.processingFee + net).toBe(Math.min(amount, sold.gross - gone));
        const held = holdable(net, balance);
        expect(held).toBeGreaterThanOrEqual(0);
        expect(held).toBeLessThanOrEqual(Math.max(balance, 0));
        expect(held).toBeLessThanOrEqual(net);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the shield", () => {
  it("never pays more than it holds, than was lost, or than a page gets in a month; over any number of claims nothing appears or goes missing", () => {
    const claims = fc.array(fc.record({ loss: fc.nat(20_000), reason: fc.constantFrom("fraudulent", "unrecognized", "duplicate"), delivered: fc.boolean(), page: fc.nat(2) }), { maxLength: 60 });
    const feedings = fc.array(fc.nat(5_000), { maxLength: 60 });
    fc.assert(
      fc.property(claims, feedings, (asked, fed) => {
        let [pool, paidOut, funded] = [0, 0, 0];
        const months = new Map<number, number>();
        for (let turn = 0; turn < Math.max(asked.length, fed.length); turn += 1) {
          pool += fed[turn] ?? 0;
          funded += fed[turn] ?? 0;
          const claim = asked[turn];
          if (!claim) continue;
          const before = months.get(claim.page) ?? 0;
          const { pay, code } = decideShield({ ...good, ...claim, pool, paidThisMonth: before });
          expect(pay).toBeLessThanOrEqual(Math.min(pool, claim.loss, shield.monthlyUpTo - before));
          expect(pay > 0).toBe(code.startsWith("paid"));
          pool -= pay;
          paidOut += pay;
          months.set(claim.page, before + pay);
          expect(pool).toBeGreaterThanOrEqual(0);
          expect(pool + paidOut).toBe(funded);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Partial<ShieldFacts>, string]>([
    ["pays all when there is enough", {}, "paid"],
    ["pays what is left of a month", { paidThisMonth: shield.monthlyUpTo - 100 }, "paid_in_part"],
    ["not for a quarrel about the work", { reason: "product_unacceptable" }, "other_reason"],
    ["not where nothing was opened", { delivered: false }, "not_delivered"],
    ["not where nobody was signed in", { signedIn: false }, "not_signed_in"],
    ["not for a page of yesterday", { pageAgeMs: shield.pageOlderThanMs - 1 }, "page_too_young"],
    ["not above its cap", { saleGross: shield.saleUpTo + 1 }, "sale_too_large"],
    ["not where one of a hundred is disputed", { disputes: 3, sales: 300 }, "too_many_disputes"],
    ["for a small page with two disputes", { disputes: 2, sales: 2 }, "paid"],
    ["for three of 301", { disputes: 3, sales: 301 }, "paid"],
    ["not when the month is used up", { paidThisMonth: shield.monthlyUpTo }, "month_used_up"],
    ["not when it is empty", { pool: 0 }, "pool_empty"],
    ["not for no loss", { loss: 0 }, "nothing_lost"],
  ])("%s", (_what, change, code) => {
    const decision = decideShield({ ...good, ...change });
    expect(decision.code).toBe(code);
    expect(decision.text).toMatch(/^[A-Z].*\.$/u);
  });
});

describe("whether a dispute is fought", () => {
  const facts = { amount: 3_000, currency: "usd", inquiry: false, strength: 60, history: { decided: 0, won: 0 } };
  it.each([
    [{}, "submit", "strong"],
    [{ strength: 39 }, "accept", "weak"],
    [{ strength: 40 }, "submit", "strong"],
    [{ amount: 2_000, strength: 100 }, "accept", "small"],
    [{ amount: 2_001 }, "submit", "strong"],
    [{ amount: 500, inquiry: true, strength: 0 }, "submit", "inquiry"],
    // 17 × 30 > 15 × 33, and 16 × 30 < 15 × 34: from fifty on the share that was won counts, not the points.
    [{ strength: 0, history: { decided: 50, won: 17 } }, "submit", "history-for"],
    [{ strength: 100, history: { decided: 50, won: 16 } }, "accept", "history-against"],
    [{ strength: 60, history: { decided: 49, won: 0 } }, "submit", "strong"],
  ] as const)("%j: %s by the rule %s", (change, decision, rule) => {
    expect(decide({ ...facts, ...change })).toMatchObject({ decision, rule });
  });
});

describe("what is known against a buyer", () => {
  const nothing = { warnings: 0, lostFraud: 0, lostOther: 0, open: 0, endedWell: 0, accountOlderThanAYear: false, undisputedPayments: 0 };
  it.each([
    [{}, false],
    [{ open: 1, lostOther: 1 }, false],
    [{ lostFraud: 1 }, true],
    [{ lostFraud: 1, accountOlderThanAYear: true, undisputedPayments: 6 }, false],
    [{ lostOther: 2 }, true],
    [{ warnings: 1 }, true],
  ])("%j blocks them everywhere: %s", (change, blocked) => {
    const { score, because } = scoreBuyer({ ...nothing, ...change });
    expect(score >= blockFrom).toBe(blocked);
    expect(because.every((words) => /[+-]\d+$/u.test(words))).toBe(true);
  });
});
