import type { Verb } from "@/lib/platform/db";
import { TipTooSmall } from "./errors";
import { openOrder } from "./open-order";
import { leastTip } from "./rules";
import type { OrderView, TipInput } from "./schema";

/** Opens the payment page of a tip. A double tap is one tip. @throws TipTooSmall and what openOrder() throws */
export async function giveTip({ ctx, input }: Verb<TipInput>): Promise<OrderView> {
  if (input.amount < leastTip) throw new TipTooSmall();
  return openOrder(ctx, { kind: "tip", creatorId: input.creatorId, amount: input.amount, currency: input.currency, message: input.message, title: (page) => `A tip for ${page.name}` });
}
