import { ordersRailNamed } from "@/lib/commerce/rails";
import { bookUndone } from "@/lib/commerce/subscriptions";
import { emit } from "@/lib/platform/events";
import { defineJob } from "@/lib/platform/jobs";

/** Returns a payment for what the fan had already or what is gone, books it, and then says so. */
export const undoOrderJob = defineJob<{ orderId: string; paymentIntentId: string }>({
  name: "undo-order",
  lane: "default",
  run: async ({ ctx, data: { orderId, paymentIntentId } }) => {
    const order = await ctx.db.order.findUniqueOrThrow({ where: { id: orderId }, select: { rail: true } });
    const payment = await ordersRailNamed(order.rail).undoOrderPayment(paymentIntentId);
    await ctx.transaction(async (tx) => {
      await bookUndone(tx, order.rail, orderId, payment);
      emit(tx, "order.undone", { orderId });
    });
  },
});

export const jobs = [undoOrderJob];
