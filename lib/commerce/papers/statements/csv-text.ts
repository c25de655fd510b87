import { formatMoney } from "@/lib/platform/money";

export const columns = ["row", "account", "occurred_at", "amount", "currency", "kind", "line", "description", "cause", "transaction", "entry"] as const;

/** A spreadsheet runs what begins like a formula; with an apostrophe before it, it is text. */
const formula = /^[=+\-@\t\r]/u;
const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** 841 → "8.41". A number of ours, so its minus is no formula. */
export const decimal = (amount: number, currency: string): string => `${amount < 0 ? "-" : ""}${formatMoney({ amount: Math.abs(amount), currency }).replace(/[^\d.]/gu, "")}`;
/** "8.41" → 841; NaN of anything else. */
export const minor = (text: string): number => (/^-?\d+(\.\d+)?$/u.test(text) ? Number(text.replace(".", "")) : Number.NaN);

/** One line of the file. `amount` is written as it is, all else as text. */
export function csvRow(fields: Partial<Record<(typeof columns)[number], string>>): string {
  return `${columns.map((column) => (column === "amount" ? (fields.amount ?? "") : cell(fields[column] ?? ""))).join(",")}\r\n`;
}

/** A line of the file as its fields, text as it was before csvRow made it safe. */
export function readRow(line: string): Partial<Record<(typeof columns)[number], string>> {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
  return Object.fromEntries(columns.map((column, n) => [column, (cells[n] ?? "").replace(/^'(?=[=+\-@\t\r])/u, "")]));
}
