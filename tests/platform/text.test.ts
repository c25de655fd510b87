import { describe, expect, it } from "vitest";
import { updateCreatorInput } from "@/lib/content/creators/schema";
import { describeMediaInput } from "@/lib/content/media/schema";
import { createPostInput } from "@/lib/content/posts/schema";
import { tierInput } from "@/lib/content/tiers/schema";
import { displayName } from "@/lib/identity/users";
import { oneLine } from "@/lib/platform/text";

const line = oneLine({ most: 60, empty: "Say something." });
const taken = (text: string): string | undefined => line.safeParse(text).data;

describe("a line that others are shown", () => {
  it.each([
    ["a letter and its accent", "Ame\u0301lie", "Am\u00e9lie"],
    ["spaces of all kinds", "\u3000 Ines\u00a0\u2003P.\n", "Ines P."],
  ])("has one spelling: %s", (_what, typed, kept) => expect(taken(typed)).toBe(kept));

  it.each(["ليلى 🎺", "می‌خواهم", "क्‍ष", "ශ්‍රී", "👩‍🚀 Ada", "👩🏽‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "❤️‍🔥", "1️⃣ #️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇺🇦", "葛󠄀城", "O’Brien-Łuczak", "!!!", "★", "Dvořák", "ไทย", "조은", "❤︎"])("takes %j as it is", (text) => expect(taken(text)).toBe(text.normalize("NFC")));

  const deceiving: [string, string][] = [
    ["an override of direction", "admin\u202Egnp.exe"],
    ["an isolate", "a\u2066b\u2069"],
    ["an Arabic letter mark", "a\u061Cb"],
    ["a space without width", "Dire\u200BctFanz"],
    ["a joiner between Latin letters", "Dire\u200DctFanz"],
    ["a non-joiner between Latin letters", "Dire\u200CctFanz"],
    ["two non-joiners in a row", "می\u200C\u200Cخ"],
    ["a non-joiner at an end", "می\u200C"],
    ["a soft hyphen", "Direct\u00ADFanz"],
    ["a word joiner", "a\u2060b"],
    ["a byte order mark", "a\uFEFFb"],
    ["a control", "a\u0007b"],
    ["a Hangul filler alone", "\u3164"],
    ["a Hangul choseong filler", "a\u115F"],
    ["a halfwidth filler", "\uFFA0"],
    ["blank braille alone", "\u2800"],
    ["a grapheme joiner", "a\u034Fb"],
    ["a variation selector after a letter", "a\uFE0F"],
    ["a variation selector after a digit", "1\uFE0F"],
    ["tags after a letter", "a\u{E0061}\u{E0062}\u{E007F}"],
    ["tags without end", "🏴\u{E0067}\u{E0062}\u{E0065}"],
    ["a character of private use", "\uF8FF"],
    ["half a character", "a\uD83D"],
    ["nothing but a mark", "\u0301"],
  ];
  it.each(deceiving)("refuses %s", (_what, text) => expect(line.safeParse(text).error?.issues[0]?.message).toBe("This contains characters that cannot be shown."));

  it("may be empty only where that is said, and no longer than is said", () => {
    expect(line.safeParse(" \u2003 ").error?.issues.map(({ message }) => message)).toEqual(["Say something."]);
    expect(oneLine({ most: 3 }).parse(" ")).toBe("");
    expect(oneLine({ most: 3 }).safeParse("four").error?.issues[0]?.message).toBe("Use at most 3 characters.");
  });
});

describe("every name, title and label", () => {
  const unseen = "Noor\u200B";
  const fields: [string, (text: string) => boolean][] = [
    ["a person's name", (text) => displayName.safeParse(text).success],
    ["a page's name", (name) => updateCreatorInput.safeParse({ name }).success],
    ["a tagline", (tagline) => updateCreatorInput.safeParse({ tagline }).success],
    ["a city", (city) => updateCreatorInput.safeParse({ city }).success],
    ["a tag", (tag) => updateCreatorInput.safeParse({ tags: [tag] }).success],
    ["a genre", (genre) => updateCreatorInput.safeParse({ genres: [genre] }).success],
    ["a link's label", (label) => updateCreatorInput.safeParse({ links: [{ label, url: "https://noor.test/" }] }).success],
    ["a tier's name", (name) => tierInput.safeParse({ name, minAmount: 500 }).success],
    ["a benefit", (benefit) => tierInput.safeParse({ name: "Front row", minAmount: 500, benefits: [benefit] }).success],
    ["a post's title", (title) => createPostInput.safeParse({ title }).success],
    ["an alternative text", (altText) => describeMediaInput.safeParse({ altText }).success],
  ];
  it.each(fields)("is such a line: %s", (_what, takes) => expect([takes("Noor"), takes(unseen)]).toEqual([true, false]));
});

describe("a link on a page", () => {
  const takes = (url: string): boolean => updateCreatorInput.safeParse({ links: [{ label: "Shop", url }] }).success;

  it("names nobody before the host, where a stranger's address could pose as another's", () => {
    expect(takes("https://noor.test/@noor?mail=a@b")).toBe(true);
    for (const url of ["https://user:pw@evil.test/", "https://directfanz.io@evil.test/", "https://:pw@evil.test/", "https://@evil.test/", "http://noor.test/"]) expect([url, takes(url)]).toEqual([url, false]);
  });
});
