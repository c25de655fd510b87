import { noSuch } from "../http/errors";
export { ref } from "../state/ref";

/** The row, or Stripe's `No such …` naming the parameter that pointed at it. */
export function must<T extends { id: string }>(table: { get(id: string): T | undefined }, kind: string, id: string | null, param = "id"): T {
  const row = id === null ? undefined : table.get(id);
  if (!row) throw noSuch(kind, id ?? "", param);
  return row;
}
