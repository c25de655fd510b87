import { z } from "zod";

/** Scripts whose letters join or part by an invisible character between them; in all others it only hides. */
const joining = "Arab Syrc Mong Nkoo Rohg Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr".split(" ").map((script) => `\\p{scx=${script}}`).join("");
const pictured = "\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\uFE0F]?";

/** Where characters that nobody sees belong to what everybody does. */
const needed = new RegExp(
  [
    `(?<=[${joining}])[\\u200C\\u200D](?=[${joining}])`,
    // Families, professions, flags; how an emoji is drawn; keycaps; England, Scotland, Wales.
    `(?<=${pictured})\\u200D(?=\\p{Extended_Pictographic})`,
    "(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]",
    "(?<=[0-9#*])\\uFE0F(?=\\u20E3)",
    "(?<=\\u{1F3F4})[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}",
    // The form of a Chinese or Japanese character, which people's names insist on.
    "(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]",
  ].join("|"),
  "gu",
);

/** Controls, direction overrides, fillers and the like: with them one text poses as another, or as none. U+2800 is braille without a dot. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

interface Line {
  most: number;
  /** What is said when there is none; absent: it may be empty. */
  empty?: string;
  tooLong?: string;
}

/** One line of text that others are shown: in one spelling (NFC), without space around it, and nothing in it that cannot be seen. */
export function oneLine({ most, empty, tooLong = `Use at most ${most} characters.` }: Line) {
  return z
    .string(empty)
    .transform((text) => text.normalize("NFC").replace(/[\p{Z}\t-\r]+/gu, " ").replace(/^ | $/gu, ""))
    .pipe(
      z
        .string()
        .min(empty === undefined ? 0 : 1, empty)
        .max(most, tooLong)
        .refine((text) => text === "" || (visible.test(text) && !hidden.test(text.replace(needed, ""))), "This contains characters that cannot be shown."),
    );
}
