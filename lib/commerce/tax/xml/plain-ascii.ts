/** Letters that do not come apart into a letter and a mark. */
const letters: Record<string, string> = { ł: "l", Ł: "L", ø: "o", Ø: "O", đ: "d", Đ: "D", ß: "ss", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", þ: "th", Þ: "Th", ð: "d", ı: "i", "’": "'", "–": "-", "—": "-" };

/** A name in the letters that the IRS's files take: marks off, other signs dropped, single spaces. */
export const plainAscii = (text: string): string =>
  text
    .replace(/[^\u0020-\u007E]/gu, (sign) => letters[sign] ?? sign)
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 #/%(),.'&-]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
