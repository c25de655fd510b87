import type { SealedColumn } from "@/lib/platform/sealing";

/** Every sealed column of this module; lib/house.ts hands them to the rotation of keys. */
export const sealed = {
  tin: { table: "TaxForm", column: "tinSealed", key: "id" },
  foreignTin: { table: "TaxForm", column: "foreignTinSealed", key: "id" },
  identity: { table: "TaxForm", column: "identitySealed", key: "id" },
  vat: { table: "SellerDetails", column: "vatSealed", key: "id" },
  seller: { table: "SellerDetails", column: "detailsSealed", key: "id" },
  document: { table: "TaxDocument", column: "payloadSealed", key: "id" },
} as const satisfies Record<string, SealedColumn>;

export const sealedColumns: SealedColumn[] = Object.values(sealed);
