import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPayday, type PayoutFacts, selectPayout } from "@/lib/commerce/payouts/select-payout";

const account = { transfersActive: true, payoutsEnabled: true, hasBank: true, needs: 0 };
const plain: PayoutFacts = { day: new Date("2026-11-27T00:00:00Z"), currency: "usd", balance: 5_000, ready: 4_000, minimum: 1_000, schedule: { kind: "weekly", day: 5 }, asked: false, account, hold: undefined, inFlight: false };
const facts = fc.record({
  day: fc.date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true }),
  currency: fc.constant("usd"),
  balance: fc.integer({ min: -100_000, max: 1_000_000 }),
  waiting: fc.integer({ min: 0, max: 500_000 }),
  minimum: fc.constant(1_000),
  schedule: fc.oneof(fc.constant({ kind: "daily" as const }), fc.constant({ kind: "manual" as const }), fc.record({ kind: fc.constant("weekly" as const), day: fc.integer({ min: 1, max: 7 }) }), fc.record({ kind: fc.constant("monthly" as const), day: fc.integer({ min: 1, max: 31 }) })),
  asked: fc.boolean(),
  account: fc.option(fc.record({ transfersActive: fc.boolean(), payoutsEnabled: fc.boolean(), hasBank: fc.boolean(), needs: fc.nat(3) }), { nil: undefined }),
  hold: fc.option(fc.constant({ reason: "Because.", whatToDo: "Wait.", endsAt: null }), { nil: undefined }),
  inFlight: fc.boolean(),
}).map(({ waiting, ...rest }) => ({ ...rest, ready: rest.balance - waiting }));

describe("who is paid", () => {
  it("is only whoever has enough, old enough, nothing that holds it, nothing on its way, and an account that can take it; and exactly what is ready", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const selection = selectPayout(given);
        if (selection.pay === undefined) {
          expect(selection.text.length).toBeGreaterThan(10);
          return;
        }
        expect(selection.pay).toBe(given.ready);
        expect(selection.pay).toBeGreaterThanOrEqual(given.minimum);
        expect(selection.pay).toBeLessThanOrEqual(given.balance);
        expect([given.hold, given.inFlight]).toEqual([undefined, false]);
        expect(given.account).toMatchObject({ transfersActive: true, payoutsEnabled: true, hasBank: true });
        expect(given.asked || isPayday(given.schedule, given.day)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [{ inFlight: true }, "in_flight"], [{ balance: -1, ready: -1 }, "owed"], [{ balance: 0, ready: 0 }, "nothing"], [{ hold: { reason: "R", whatToDo: "W", endsAt: null } }, "held"], [{ account: undefined }, "no_account"],
    [{ account: { ...account, hasBank: false } }, "account_incomplete"], [{ day: new Date("2026-11-26T00:00:00Z") }, "not_today"], [{ ready: 0 }, "waiting"], [{ ready: 999 }, "below_minimum"],
  ])("is told why not: %j is %s", (change, code) => {
    expect(selectPayout({ ...plain, ...change }).skip).toBe(code);
  });

  it("is paid on the last day of a month that has no such day, once a month", () => {
    for (let month = 0; month < 24; month += 1) {
      const days = Array.from({ length: new Date(Date.UTC(2027, month + 1, 0)).getUTCDate() }, (_, index) => new Date(Date.UTC(2027, month, index + 1)));
      expect(days.filter((day) => isPayday({ kind: "monthly", day: 31 }, day))).toEqual([days.at(-1)]);
    }
  });
});
