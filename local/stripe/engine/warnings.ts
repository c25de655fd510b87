import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { ref } from "./refs";

/** The issuer says that a charge is likely fraud; a dispute may follow. */
export function newWarning(ctx: Context, charge: Stripe.Charge, fraudType: string): Stripe.Radar.EarlyFraudWarning {
  const intent = ref(charge.payment_intent);
  const warning = ctx.db.earlyFraudWarnings.put({
    id: newId("issfr"),
    object: "radar.early_fraud_warning",
    actionable: !charge.refunded && !charge.disputed,
    charge: charge.id,
    created: ctx.now,
    fraud_type: fraudType,
    livemode: false,
    ...(intent === null ? {} : { payment_intent: intent }),
  });
  ctx.emit("radar.early_fraud_warning.created", warning);
  return warning;
}

/** A refund or a dispute has come: there is nothing left to do about the warning. */
export function calmWarnings(ctx: Context, charge: string): void {
  for (const warning of ctx.db.earlyFraudWarnings.by("charge", charge).filter((one) => one.actionable)) {
    const next = { ...warning, actionable: false };
    ctx.db.earlyFraudWarnings.put(next);
    ctx.emit("radar.early_fraud_warning.updated", next, { actionable: true });
  }
}
