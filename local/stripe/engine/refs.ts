import { noSuch } from "../http/errors";
import type { Table } from "../state/table";

/** The id of an expandable field: the store keeps ids only, the types allow objects. */
export function ref(field: string | { id: string } | null | undefined): string | null {
  return typeof field === "object" ? (field?.id ?? null) : (field ?? null);
}

/** The row, or Stripe's `No such …` naming the parameter that pointed at it. */
export function must<T extends { id: string }>(table: Table<T>, kind: string, id: string | null, param = "id"): T {
  const row = id === null ? undefined : table.get(id);
  if (!row) throw noSuch(kind, id ?? "", param);
  return row;
}
