import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySee, type ViewerStanding } from "@/lib/content/access";

const rank = fc.integer({ min: 0, max: 8 });
const viewer: fc.Arbitrary<ViewerStanding> = fc.oneof(fc.constant({ kind: "owner" as const }), fc.constant({ kind: "stranger" as const }), rank.map((one) => ({ kind: "granted" as const, rank: one })));
const subject = fc.record({ audience: fc.constantFrom("public" as const, "followers" as const, "tier" as const, "paid" as const), tierRank: fc.option(fc.integer({ min: 1, max: 8 })), granted: fc.boolean() });

describe("who sees what", () => {
  it("shows what is public to everyone and everything to its owner", () => {
    fc.assert(fc.property(viewer, subject, (who, what) => {
      if (what.audience === "public" || who.kind === "owner") expect(maySee(what, who)).toBe(true);
    }));
  });

  it("shows a stranger nothing else but what they were given themselves", () => {
    fc.assert(fc.property(subject, (what) => maySee(what, { kind: "stranger" }) === (what.audience === "public" || what.granted)));
  });

  it("never shows less to a higher tier", () => {
    fc.assert(fc.property(subject, rank, rank, (what, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      if (maySee(what, { kind: "granted", rank: low })) expect(maySee(what, { kind: "granted", rank: high })).toBe(true);
    }));
  });

  it("shows what somebody was given to them whatever it is for, and takes nothing from anybody by giving", () => {
    fc.assert(fc.property(viewer, subject, (who, what) => {
      expect(maySee({ ...what, granted: true }, who)).toBe(true);
      if (maySee({ ...what, granted: false }, who)) expect(maySee({ ...what, granted: true }, who)).toBe(true);
    }));
  });

  it("opens a post with a price to no membership, unless its creator says from which tier up", () => {
    fc.assert(fc.property(rank, fc.option(fc.integer({ min: 1, max: 8 })), (mine, included) => {
      const open = maySee({ audience: "paid", tierRank: included, granted: false }, { kind: "granted", rank: mine });
      expect(open).toBe(included !== null && mine >= included);
    }));
  });

  it("keeps a tier's post shut when its tier is unknown", () => {
    fc.assert(fc.property(rank, (one) => !maySee({ audience: "tier", tierRank: null, granted: false }, { kind: "granted", rank: one })));
  });
});
