import { database } from "../../support/world";

/** What the books call the sale of an order. */
export async function bookOf(orderId: string): Promise<string | undefined> {
  const sale = await database().sale.findUniqueOrThrow({ where: { orderId } });
  return (await database().ledgerTransaction.findFirst({ where: { causeId: sale.id } }))?.description;
}
