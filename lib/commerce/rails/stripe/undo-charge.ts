import { demand, stripe } from "./client";

/** Returns all of a payment that bought nothing, once however often it is asked. @throws ProviderFailed */
export async function undoCharge({ chargeId, paymentIntentId }: { chargeId: string; paymentIntentId: string }): Promise<string> {
  const known = (await demand(() => stripe().refunds.list({ charge: chargeId, limit: 20 }))).data;
  // One that the bank has sent back returned nothing: the next try is another refund, under a key of its own.
  const stands = known.find(({ status }) => status !== "failed" && status !== "canceled");
  if (stands) return stands.id;
  const idempotencyKey = `undo:${paymentIntentId}${known.length > 0 ? `:${known.length}` : ""}`;
  return (await demand(() => stripe().refunds.create({ payment_intent: paymentIntentId, reason: "duplicate" }, { idempotencyKey }))).id;
}
