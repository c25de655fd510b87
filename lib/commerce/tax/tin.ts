/** US taxpayer identification numbers: their form. That a number has the right form does not say that it is somebody's. */
export type TinKind = "ssn" | "itin" | "ein";

/** Prefixes that no employer identification number begins with (IRS, "How EINs are assigned and valid EIN prefixes") †. */
const noEinPrefix = new Set(["00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97"]);
/** Middle digits of an individual taxpayer identification number (IRM 3.21.263). */
const itinMiddles: readonly [number, number][] = [
  [50, 65],
  [70, 88],
  [90, 92],
  [94, 99],
];

/** "123-45-6789" → "123456789": spaces and hyphens are how people write it. */
export const plainTin = (typed: string): string => typed.replace(/[\s\-–]/gu, "");

/** What is wrong with a number as one of this kind, in words for who typed it; undefined when nothing is. Never repeats the number. */
export function tinFault(kind: TinKind, typed: string): string | undefined {
  const tin = plainTin(typed);
  if (!/^\d{9}$/u.test(tin)) return "It has nine digits.";
  const [area, middle, serial] = [tin.slice(0, 3), tin.slice(3, 5), tin.slice(5)];
  if (/^(\d)\1{8}$/u.test(tin)) return "This is not a number that was given to anyone.";
  switch (kind) {
    case "ssn":
      // SSA, POMS RM 10201.035: never issued.
      if (area.startsWith("9")) return "A Social Security number does not begin with 9. If this is an ITIN, choose ITIN.";
      return area === "000" || area === "666" || middle === "00" || serial === "0000" ? "This is not a number that Social Security gives. Look at your card again." : undefined;
    case "itin":
      return area.startsWith("9") && itinMiddles.some(([from, to]) => Number(middle) >= from && Number(middle) <= to) ? undefined : "An ITIN begins with 9, and this one has not its form. Look at the IRS's letter again.";
    case "ein":
      return noEinPrefix.has(tin.slice(0, 2)) ? "No EIN begins with these two digits. Look at the IRS's letter again." : undefined;
  }
}

/** The end of a number, which is all that is ever shown. Of a short one less, so that most of it stays hidden. */
export const lastFour = (number: string): string => {
  const plain = number.replace(/[^0-9A-Za-z]/gu, "");
  return plain.slice(-Math.min(4, Math.floor(plain.length / 2)));
};

/** "***-**-6789", "**-***6789"; of a foreign number the end alone. */
export function maskTin(kind: string | null, last4: string | null): string {
  if (!last4) return "";
  if (kind === "ein") return `**-***${last4}`;
  return kind === "ssn" || kind === "itin" ? `***-**-${last4}` : `…${last4}`;
}
