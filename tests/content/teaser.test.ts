import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { teaserOf } from "@/lib/content/posts/teaser";

const text = fc.array(fc.oneof(fc.constantFrom(" ", "\n", "\n\n", "  "), fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 80 }).map((parts) => parts.join(""));

describe("what a stranger may read of a locked post", () => {
  it("is never more than half of it, two lines or 160 characters, and always its beginning", () => {
    fc.assert(
      fc.property(text, (body) => {
        const teaser = teaserOf(body);
        const shown = teaser.replace(/…$/u, "");
        const whole = body.split(/\n+/u).map((line) => line.trim()).filter(Boolean).join("\n");
        expect(shown.length).toBeLessThanOrEqual(Math.min(160, whole.length / 2));
        expect(shown.split("\n").length).toBeLessThanOrEqual(2);
        expect(whole.startsWith(shown)).toBe(true);
        expect(teaser.isWellFormed() || !body.isWellFormed()).toBe(true);
      }),
    );
  });

  it("is nothing of a few words, and ends between words", () => {
    expect(teaserOf("Only this.")).toBe("");
    expect(teaserOf("We lost the tape and found it again under the amplifier. The whole of side B is here.")).toBe("We lost the tape and found it again under…");
    expect(teaserOf(`First line here\n\nSecond line here\nThird ${"word ".repeat(20)}`)).toBe("First line here\nSecond line here…");
  });
});
