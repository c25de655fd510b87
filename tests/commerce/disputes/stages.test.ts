import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Effect, hasEnded, type Seen, type Stage, stageOf, step } from "@/lib/commerce/disputes/stages";

/** Everything a provider can say of one dispute, in the order in which it happens. */
const histories: Seen[][] = [
  [{ status: "question", answered: false }, { status: "question_answered", answered: true }, { status: "question_closed", answered: true }],
  [{ status: "question", answered: false }, { status: "question_closed", answered: false }],
  [{ status: "question", answered: false }, { status: "needs_response", answered: false }, { status: "under_review", answered: true }, { status: "won", answered: true }],
  [{ status: "question", answered: false }, { status: "question_answered", answered: true }, { status: "needs_response", answered: false }, { status: "lost", answered: false }],
  [{ status: "needs_response", answered: false }, { status: "under_review", answered: true }, { status: "lost", answered: true }],
  [{ status: "needs_response", answered: false }, { status: "under_review", answered: true }, { status: "lost", answered: true }, { status: "won", answered: true }],
  [{ status: "needs_response", answered: false }, { status: "won", answered: false }],
  [{ status: "needs_response", answered: false }, { status: "lost", answered: false }],
];

/** Looks at a history in any order, some twice, some never, and at last at its end: as webhooks and the catch-up do. */
const looks = fc.constantFrom(...histories).chain((history) => fc.tuple(fc.constant(history), fc.array(fc.nat(history.length - 1), { maxLength: 12 })));

describe("the stages of a dispute", () => {
  it("end where the provider says, whatever was heard late, twice, out of order or never; and each effect comes once, in an order that can be booked", () => {
    fc.assert(
      fc.property(looks, ([history, order]) => {
        const last = history.length - 1;
        let stage: Stage | undefined;
        const effects: Effect[] = [];
        for (const index of [...order, last]) {
          const seen = history[index];
          if (!seen) continue;
          const { to, effects: asked } = step(stage, seen);
          stage = to;
          effects.push(...asked);
        }
        expect(stage).toBe(stageOf(history[last] ?? { status: "question", answered: false }));
        for (const effect of ["hold", "release", "lose", "regain"] as const) expect(effects.filter((one) => one === effect).length, effect).toBeLessThanOrEqual(1);
        const took = history.some(({ status }) => !status.startsWith("question"));
        expect(effects.includes("hold")).toBe(took);
        // What was held is let go or spent, once, and only after it was held.
        const ends = effects.filter((one) => one === "release" || one === "lose");
        expect(ends.length).toBe(took && stage !== undefined && hasEnded(stage) ? 1 : 0);
        if (took) expect(effects.indexOf("hold")).toBeLessThan(Math.max(...ends.map((one) => effects.indexOf(one)), effects.length));
        if (effects.includes("regain")) expect(effects.indexOf("lose")).toBeLessThan(effects.indexOf("regain"));
      }),
      { numRuns: 2_000 },
    );
  });

  it("go nowhere when the same is seen again", () => {
    for (const seen of histories.flat()) expect(step(stageOf(seen), seen)).toEqual({ to: stageOf(seen), effects: [] });
  });
});
