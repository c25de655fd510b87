import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linksIn } from "@/app/(site)/_parts/links-in";

const urls = (text: string): string[] => linksIn(text).flatMap(({ url }) => url ?? []);

describe("addresses in a text", () => {
  it("lose no letter of it, whatever it is", () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom("https://x.y/", ")", "(", ".", " ", "…"), fc.string({ maxLength: 8 }))).map((parts) => parts.join("")), (text) => linksIn(text).map((piece) => piece.text).join("") === text));
  });

  it("end before the sentence does, and keep the brackets they opened", () => {
    expect(urls("See https://a.test/x. (or https://b.test/y) https://c.test/z_(song), ok?")).toEqual(["https://a.test/x", "https://b.test/y", "https://c.test/z_(song)"]);
  });

  it("take no more work than the text is long, however many brackets follow", () => {
    expect(linksIn(`https://x.y/${")".repeat(19_000)}`)[0]).toEqual({ text: "https://x.y/", url: "https://x.y/" });
    expect(urls(`https://x.y/${".".repeat(19_900)}a`)).toHaveLength(1);
  });
});
