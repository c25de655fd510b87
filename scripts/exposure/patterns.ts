export interface Sighting {
  kind: "card number" | "tax id";
  /** All but its last four digits hidden. */
  shown: string;
}

/** Digits with single spaces or dashes between, standing alone: no part of a word, a decimal or a longer id. */
const digitRuns = /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/gu;
/** As people write a social security or taxpayer number. */
const taxIds = /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/gu;

/** Finds what looks like a card's number (a scheme's first digits, a right check digit) or a tax id, as written or as one of `known`. */
export function sightingsIn(text: string, known: readonly string[] = []): Sighting[] {
  const cards = [...text.matchAll(digitRuns)].map(([run]) => run).filter((run) => isCard(run.replaceAll(/\D/gu, "")));
  const ids = [...text.matchAll(taxIds)].map(([id]) => id);
  const told = known.filter((id) => new RegExp(`(?<!\\d)${id}(?!\\d)`, "u").test(text));
  return [...cards.map((run) => ({ kind: "card number" as const, shown: hidden(run) })), ...[...ids, ...told].map((id) => ({ kind: "tax id" as const, shown: hidden(id) }))];
}

/** American Express, Visa, Mastercard, Discover, JCB, Diners, UnionPay: 13 to 19 digits from 2221, or from 3 to 6, with Luhn's check digit (ISO/IEC 7812-1). */
function isCard(digits: string): boolean {
  const first = Number(digits.slice(0, 4));
  if (first < 2_221 || (first > 2_720 && first < 3_000) || first >= 7_000 || /^(\d)\1+$/u.test(digits)) return false;
  let sum = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = Number(digits.at(-1 - back)) * (back % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const hidden = (text: string): string => text.replaceAll(/\d(?=(?:\D*\d){4})/gu, "•");
