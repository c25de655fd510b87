import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callerAddress, networkOf } from "@/lib/platform/http";

describe("X-Forwarded-For", () => {
  const address = fc.ipV4();

  it("is believed only as far as our own proxies wrote it", () => {
    fc.assert(
      fc.property(fc.array(address, { maxLength: 5 }), fc.array(address, { minLength: 1, maxLength: 3 }), (claimed, ours) => {
        const headers = new Headers({ "x-forwarded-for": [...claimed, ...ours].join(", ") });
        return callerAddress(headers, ours.length) === ours[0] && callerAddress(headers, 0) === "direct";
      }),
    );
  });

  it("that is missing where a proxy must have written it makes one caller of all who do so", () => {
    expect(callerAddress(new Headers(), 1)).toBe("unknown");
    expect(callerAddress(new Headers({ "x-forwarded-for": " , " }), 1)).toBe("unknown");
    expect(callerAddress(new Headers({ "x-forwarded-for": "198.51.100.1" }), 2)).toBe("unknown");
  });
});

describe("the network that limits count by", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
    ["2001:db8::6", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["::ffff:c633:6407", "198.51.100.7"],
    ["::1", "0:0:0:0::/64"],
    ["direct", "direct"],
    ["not:an:address", "not:an:address"],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});
