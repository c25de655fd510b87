/** Money for the eye. Amounts are integers in minor units; nothing here ever divides into a float. */
export type MoneyValue = { amount: number; currency: string };
type Style = {
  /** "$5" for "$5.00". For prices, never in tables. */
  trim?: boolean;
  /** "+$5.00" for what came in. */
  signed?: boolean;
};

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${currency}${whole}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: currency.toUpperCase(),
    ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  });
  formatters.set(key, made);
  return made;
}

/** How many digits follow the point: 2 for usd, 0 for jpy. */
function minorDigits(currency: string): number {
  return formatter(currency, false).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `{ amount: 841, currency: "usd" }` → "$8.41". The minus is a real one (U+2212). */
export function formatMoney({ amount, currency }: MoneyValue, { trim = false, signed = false }: Style = {}): string {
  if (!Number.isSafeInteger(amount)) throw new TypeError("Money is an integer of minor units.");
  const digits = minorDigits(currency);
  const text = Math.abs(amount).toString().padStart(digits + 1, "0");
  const units = text.slice(0, text.length - digits);
  const minor = digits ? text.slice(-digits) : "";
  const whole = trim && /^0*$/.test(minor);
  // Intl takes a decimal string as it is, so no digit passes through a float.
  const decimal = (minor && !whole ? `${units}.${minor}` : units) as `${number}`;
  const sign = amount < 0 ? "−" : signed && amount > 0 ? "+" : "";
  return sign + formatter(currency, whole).format(decimal);
}

/** The most one payment may be, in minor units: $10,000. Stripe's own ceiling is $999,999.99; ours is a guard against slips of the hand. */
export const maximumAmount = 1_000_000;

/** What somebody typed, as an amount in minor units; or why it is none, to be said beside the field. */
export type Typed = { amount: number; reason?: undefined } | { amount: null; reason: string };
type Bounds = {
  /** In minor units. */
  least?: number;
  most?: number;
  /** What to say below the least: "Backstage starts at $8 a month." */
  tooLittle?: string;
};

/**
 * Reads a price that a person typed: `readMoney("12.5", "usd")` → `{ amount: 1250 }`, `readMoney("abc", "usd")` → `{ amount: null, reason: "…" }`.
 * Takes "12", "12.", "12.5", "12,50", "$1,200.00". For a form: keep the text, show `reason` when it is sent or left, send `amount`.
 * `MoneyInput` calls it for you and hands both to `onAmount(amount, reason)`; its props `least`, `most` and `tooLittle` are these.
 */
export function readMoney(text: string, currency: string, { least = 0, most = maximumAmount, tooLittle }: Bounds = {}): Typed {
  const none = (reason: string): Typed => ({ amount: null, reason });
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  const typed = text.trim();
  if (typed === "") return none("Type an amount, like 12 or 12.50.");
  if (isForeign(typed, currency)) return none(currency === "usd" ? "Prices are in US dollars. Type the amount in dollars, like 12.50." : `Prices are in ${currency.toUpperCase()}.`);
  if (/^[-\u2212]/u.test(typed)) return none("An amount cannot be less than nothing.");
  const { units, minor } = partsOf(typed) ?? {};
  if (units === undefined || minor === undefined) return none("This is not an amount. Type it in digits, like 12 or 12.50.");
  const digits = minorDigits(currency);
  if (minor.length > digits) return none(digits ? `Use at most ${digits} digits after the point, like 12.50.` : "Use whole numbers.");
  const amount = Number(`${units}${minor.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(amount) || amount > most) return none(`The most is ${say(most)}.`);
  return amount < least ? none(tooLittle ?? `The least is ${say(least)}.`) : { amount };
}

/** Our own sign and name may stand there; a sign or name of other money means another amount. */
function isForeign(text: string, currency: string): boolean {
  const own = formatter(currency, true).formatToParts(0).find(({ type }) => type === "currency")?.value ?? "";
  return /[\p{Sc}]|\b(?:eur|gbp|jpy|chf|cad|aud|usd|euros?|pounds?|yen)\b/iu.test(text.replaceAll(own, "").replace(new RegExp(`\\b${currency}\\b`, "iu"), ""));
}

/** "$1,200.50" → 1200 and 50. A comma before three digits parts thousands, any other is a point. */
function partsOf(text: string): { units: string; minor: string } | undefined {
  const plain = text.replace(/\p{Sc}|\s|^usd|usd$/giu, "").replace(/,(?=\d{3}(?:\D|$))/gu, "").replace(",", ".");
  const found = /^(?=\.?\d)(\d*)(?:\.(\d*))?$/u.exec(plain);
  return found ? { units: found[1] ?? "", minor: found[2] ?? "" } : undefined;
}

/** The amount alone, without reason and without bounds; null when it is none. */
export function parseMoney(text: string, currency: string): number | null {
  return readMoney(text, currency, { most: Number.MAX_SAFE_INTEGER }).amount;
}

/** The same amount as a person would type it: 1250 → "12.50", 1200 → "12". */
export function typedMoney(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = amount.toString().padStart(digits + 1, "0");
  const minor = digits ? text.slice(-digits) : "";
  const units = text.slice(0, text.length - digits);
  return /^0*$/.test(minor) ? units : `${units}.${minor}`;
}
