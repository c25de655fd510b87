import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate, formatDuration, timeAgo } from "../../app/_ui/date-format";
import { splitPrice } from "../../app/_ui/fee-split";
import { formatMoney, parseMoney, readMoney, typedMoney } from "@/lib/platform/money/format";
import { ticks } from "../../app/_ui/charts/scale";

const usd = (amount: number) => ({ amount, currency: "usd" });
const rules = { platformBps: 1_000, processingBps: 290, processingFixedMinor: 30 };

describe("money for the eye", () => {
  it("shows whole cents, thousands, and a real minus", () => {
    expect(formatMoney(usd(841))).toBe("$8.41");
    expect(formatMoney(usd(128_420))).toBe("$1,284.20");
    expect(formatMoney(usd(-4_200))).toBe("−$42.00");
    expect(formatMoney(usd(5))).toBe("$0.05");
    expect(formatMoney({ amount: 500, currency: "jpy" })).toBe("¥500");
  });
  it("drops the cents of a round price only when asked", () => {
    expect(formatMoney(usd(800), { trim: true })).toBe("$8");
    expect(formatMoney(usd(850), { trim: true })).toBe("$8.50");
    expect(formatMoney(usd(1_015), { signed: true })).toBe("+$10.15");
  });
  it("keeps every digit up to the largest safe integer", () => {
    expect(formatMoney(usd(Number.MAX_SAFE_INTEGER))).toBe("$90,071,992,547,409.91");
  });
  it("refuses half a cent", () => {
    expect(() => formatMoney(usd(0.5))).toThrow(TypeError);
  });
  it("reads what a person types, and nothing that is not an amount", () => {
    expect([parseMoney("12", "usd"), parseMoney("12.5", "usd"), parseMoney("$1,200.00", "usd"), parseMoney("12,50", "usd"), parseMoney("12.", "usd")]).toEqual([1_200, 1_250, 120_000, 1_250, 1_200]);
    expect([parseMoney("", "usd"), parseMoney("12.345", "usd"), parseMoney("ten", "usd"), parseMoney("-5", "usd"), parseMoney("1.5", "jpy")]).toEqual([null, null, null, null, null]);
  });
  it("says of each thing that is no amount why", () => {
    const reason = (text: string) => readMoney(text, "usd", { least: 800, tooLittle: "Backstage starts at $8 a month." }).reason;
    for (const empty of ["", "  "]) expect(reason(empty)).toBe("Type an amount, like 12 or 12.50.");
    for (const words of ["abc", "1e9", "$", ".", "1.2.3", "12 dollars", "0x10"]) expect([words, reason(words)]).toEqual([words, "This is not an amount. Type it in digits, like 12 or 12.50."]);
    for (const other of ["€5", "5 €", "£12", "12 EUR", "¥900", "₹50"]) expect([other, reason(other)]).toEqual([other, "Prices are in US dollars. Type the amount in dollars, like 12.50."]);
    expect(reason("5.555")).toBe("Use at most 2 digits after the point, like 12.50.");
    for (const much of ["999999999", "10000.01", "99999999999999999999"]) expect([much, reason(much)]).toEqual([much, "The most is $10,000."]);
    expect([reason("5"), reason("-9"), reason("−9")]).toEqual(["Backstage starts at $8 a month.", "An amount cannot be less than nothing.", "An amount cannot be less than nothing."]);
    for (const good of ["8", "$8", "8.00", "8,00", "8 USD", " 10,000 "]) expect([good, reason(good)]).toEqual([good, undefined]);
    expect(readMoney("10,000", "usd").amount).toBe(1_000_000);
    expect(readMoney(".5", "usd").amount).toBe(50);
  });
  it("reads back what it wrote", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (amount) => parseMoney(typedMoney(amount, "usd"), "usd") === amount));
  });
});

describe("where a price goes", () => {
  it("is the sentence on the home page", () => {
    expect(splitPrice(1_000, rules)).toEqual({ gross: 1_000, platform: 100, processing: 59, net: 841 });
    expect(splitPrice(1_200, rules).net).toBe(1_015);
    expect(splitPrice(500, rules).net).toBe(405);
  });
  it("adds up to the cent for every price and every rule", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (gross, platformBps, processingBps) => {
        const parts = splitPrice(gross, { platformBps, processingBps, processingFixedMinor: 30 });
        return parts.net + parts.platform + parts.processing === gross && Object.values(parts).every((part) => Number.isInteger(part) && part >= 0);
      }),
    );
  });
});

describe("time in words", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  it("says how long ago, then the date", () => {
    const ago = (iso: string) => timeAgo(new Date(iso), now);
    expect(ago("2026-11-24T11:59:40Z")).toBe("just now");
    expect(ago("2026-11-24T11:20:00Z")).toBe("40 min ago");
    expect(ago("2026-11-24T11:00:00Z")).toBe("1 hour ago");
    expect(ago("2026-11-23T11:00:00Z")).toBe("yesterday");
    expect(ago("2026-11-20T11:00:00Z")).toBe("4 days ago");
    expect(ago("2026-10-01T11:00:00Z")).toBe("Oct 1");
    expect(ago("2025-10-01T11:00:00Z")).toBe("October 1, 2025");
    expect(ago("2026-11-27T12:00:00Z")).toBe("in 3 days");
  });
  it("does not depend on where the machine stands", () => {
    expect(formatDate(new Date("2026-11-24T23:30:00Z"), "weekday")).toBe("Tuesday, November 24");
    expect(formatDuration(192)).toBe("3:12");
    expect(formatDuration(3_661)).toBe("1:01:01");
  });
});

it("puts round numbers beside a chart and always reaches the largest value", () => {
  expect(ticks(147)).toEqual([0, 50, 100, 150]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), (max) => (ticks(max).at(-1) ?? 0) >= max && ticks(max).length <= 6));
});
