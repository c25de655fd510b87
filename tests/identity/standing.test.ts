import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capabilitiesOf } from "@/lib/identity/standing";
import { capabilities } from "@/lib/platform/db/actor";

const standing = fc.record({
  role: fc.constantFrom("member" as const, "moderator" as const, "admin" as const),
  emailVerified: fc.boolean(),
  restricted: fc.subarray([...capabilities]),
});

describe("what an account may do", () => {
  it("never includes what was taken from it", () => {
    fc.assert(fc.property(standing, (input) => input.restricted.every((one) => !capabilitiesOf(input).has(one))));
  });

  it("only shrinks when more is taken", () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...capabilities), (input, more) => {
        const before = capabilitiesOf(input);
        return [...capabilitiesOf({ ...input, restricted: [...input.restricted, more] })].every((one) => before.has(one));
      }),
    );
  });

  it("lets nobody pay or publish before their address is confirmed, and only administrators administer", () => {
    fc.assert(
      fc.property(standing, (input) => {
        const may = capabilitiesOf(input);
        if (!input.emailVerified) expect(may.has("subscribe") || may.has("publish") || may.has("sell")).toBe(false);
        if (input.role !== "admin") expect(may.has("administer")).toBe(false);
      }),
    );
  });
});
