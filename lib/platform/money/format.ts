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
export function minorDigits(currency: string): number {
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

/** What a person typed ("12", "12.5", "$1,200.00") in minor units; null when it is not an amount. */
export function parseMoney(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const found = /^(\d{1,9})(?:\.(\d*))?$/.exec(text.trim().replace(/[$€£¥\s]/g, "").replace(/,(?=\d{3}(\D|$))/g, "").replace(/,/g, "."));
  if (!found) return null;
  const minor = found[2] ?? "";
  if (minor.length > digits) return null;
  return Number(`${found[1] ?? "0"}${minor.padEnd(digits, "0")}`);
}

/** The same amount as a person would type it: 1250 → "12.50", 1200 → "12". */
export function typedMoney(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = amount.toString().padStart(digits + 1, "0");
  const minor = digits ? text.slice(-digits) : "";
  const units = text.slice(0, text.length - digits);
  return /^0*$/.test(minor) ? units : `${units}.${minor}`;
}
