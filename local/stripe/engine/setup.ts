import type Stripe from "stripe";
import { newId, randomText } from "../state/ids";
import type { Context } from "../state/context";

/** A card saved for later without paying anything. */
export function newSetup(ctx: Context, details: { customer: string; method: string; metadata: Record<string, string> }): Stripe.SetupIntent {
  const id = newId("seti");
  const setup: Stripe.SetupIntent = {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: ctx.now,
    customer: details.customer,
    description: null,
    excluded_payment_method_types: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: details.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: details.method,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ["card"],
    single_use_mandate: null,
    status: "succeeded",
    usage: "off_session",
  };
  ctx.db.setupIntents.put(setup);
  ctx.emit("setup_intent.created", setup);
  ctx.emit("setup_intent.succeeded", setup);
  return setup;
}
