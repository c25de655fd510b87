import { nameOf, type SealedColumn } from "./seal";

const holder = globalThis as typeof globalThis & { directfanzSealedColumns?: readonly SealedColumn[] };

/** Called once by lib/house.ts, which alone knows every wing: what a rotation has to seal anew. */
export function installSealedColumns(columns: readonly SealedColumn[]): void {
  const names = columns.map(nameOf);
  if (new Set(names).size !== names.length) throw new Error("a sealed column is declared twice");
  // The names become part of statements.
  for (const { table, column, key } of columns) for (const name of [table, column, key]) if (!/^[A-Za-z]\w*$/u.test(name)) throw new Error(`not a name of a table or column: ${name}`);
  holder.directfanzSealedColumns = columns;
}

/** @throws Error before installSealedColumns(): a rotation that knows no columns would destroy keys in use */
export function sealedColumns(): readonly SealedColumn[] {
  if (!holder.directfanzSealedColumns) throw new Error("installSealedColumns() has not run");
  return holder.directfanzSealedColumns;
}
