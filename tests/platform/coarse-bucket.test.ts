import { describe, expect, it } from "vitest";
import { takePage } from "@/lib/platform/http/coarse-bucket";

const served = (address: string, asked: number, options: Parameters<typeof takePage>[1]): number => Array.from({ length: asked }, () => takePage(address, options)).filter(Boolean).length;

describe("the coarse limit of pages", () => {
  it("lets a person turn forty pages with thirty links each, one after the other", () => {
    for (let page = 0; page < 40; page++) {
      const nowMs = page * 2_000;
      expect(served("192.0.2.1", 1, { nowMs })).toBe(1);
      expect(served("192.0.2.1", 30, { nowMs, fragment: true })).toBe(30);
    }
  });

  it("stops a flood, lets one address have no more for another's, and opens again with time", () => {
    expect(served("192.0.2.2", 2_000, { nowMs: 0 })).toBe(240);
    expect(served("192.0.2.2", 9_000, { nowMs: 0, fragment: true })).toBe(0);
    expect(served("192.0.2.3", 1, { nowMs: 0 })).toBe(1);
    expect(served("192.0.2.2", 100, { nowMs: 1_000 })).toBe(10);
  });

  it("gives a flood that calls itself fragments five times as much, and no more", () => {
    expect(served("192.0.2.4", 9_000, { nowMs: 0, fragment: true })).toBeLessThanOrEqual(1_200);
  });

  it("counts a household's IPv6 addresses as one", () => {
    expect(Array.from({ length: 300 }, (_, host) => takePage(`2001:db8:0:7::${host.toString(16)}`, { nowMs: 0 })).filter(Boolean)).toHaveLength(240);
    expect(served("2001:db8:0:8::1", 1, { nowMs: 0 })).toBe(1);
  });

  it("forgets those not heard of for longest when there are too many, and nobody else", () => {
    served("192.0.2.5", 240, { nowMs: 0 });
    const crowd = (from: number, to: number): void => {
      for (let n = from; n < to; n += 1) takePage(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, { nowMs: 0 });
    };
    crowd(0, 15_000);
    expect(served("192.0.2.5", 1, { nowMs: 0 })).toBe(0);
    crowd(15_000, 30_000);
    expect(served("192.0.2.5", 1, { nowMs: 0 })).toBe(0);
  });
});
