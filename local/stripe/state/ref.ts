/** The id of an expandable field: the store keeps ids only, the types allow objects. */
export function ref(field: string | { id: string } | null | undefined): string | null {
  return typeof field === "object" ? (field?.id ?? null) : (field ?? null);
}
