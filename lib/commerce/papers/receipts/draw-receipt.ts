import type { Context } from "@/lib/platform/db";
import { drawPaper } from "@/lib/platform/pdf";
import { type ReceiptFacts, receiptFacts } from "./facts";
import { numberOf, receiptBlocks, sayDay, sayWhat } from "./words";

export interface File {
  /** Letters, digits, points and hyphens only: safe in a header and on every disk. */
  name: string;
  bytes: ReadableStream<Uint8Array>;
}

/** The receipt of one payment as a PDF, with what came back of it since, for the fan who paid. @throws NotFound */
export async function drawReceipt(ctx: Context, saleId: string): Promise<File> {
  const facts = await receiptFacts(ctx, saleId);
  return { name: `directfanz-receipt-${numberOf("R", saleId).replace(/[^\w-]/gu, "")}.pdf`, bytes: await paperOf(facts, ctx.now) };
}

export const paperOf = (facts: ReceiptFacts, madeAt: Date): Promise<ReadableStream<Uint8Array>> =>
  drawPaper({ title: facts.refunds.length > 0 ? "Receipt and credit note" : "Receipt", lead: `${sayWhat(facts)}. Made on ${sayDay(madeAt)} from the books of DirectFanz.`, author: facts.seller[0] ?? "DirectFanz", madeAt, blocks: receiptBlocks(facts) });
