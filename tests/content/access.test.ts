import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySee, type ViewerStanding } from "@/lib/content/access";

const rank = fc.integer({ min: 0, max: 8 });
const viewer: fc.Arbitrary<ViewerStanding> = fc.oneof(fc.constant({ kind: "owner" as const }), fc.constant({ kind: "stranger" as const }), rank.map((one) => ({ kind: "granted" as const, rank: one })));
const subject = fc.record({ audience: fc.constantFrom("public" as const, "followers" as const, "tier" as const), tierRank: fc.option(fc.integer({ min: 1, max: 8 })) });

describe("who sees what", () => {
  it("shows what is public to everyone and everything to its owner", () => {
    fc.assert(fc.property(viewer, subject, (who, what) => {
      if (what.audience === "public" || who.kind === "owner") expect(maySee(what, who)).toBe(true);
    }));
  });

  it("shows a stranger nothing else", () => {
    fc.assert(fc.property(subject, (what) => maySee(what, { kind: "stranger" }) === (what.audience === "public")));
  });

  it("never shows less to a higher tier", () => {
    fc.assert(fc.property(subject, rank, rank, (what, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      if (maySee(what, { kind: "granted", rank: low })) expect(maySee(what, { kind: "granted", rank: high })).toBe(true);
    }));
  });

  it("keeps a tier's post shut when its tier is unknown", () => {
    fc.assert(fc.property(rank, (one) => !maySee({ audience: "tier", tierRank: null }, { kind: "granted", rank: one })));
  });
});
