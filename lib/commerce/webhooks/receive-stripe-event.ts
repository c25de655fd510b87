import type Stripe from "stripe";
import { stripe } from "@/lib/commerce/rails";
import { need } from "@/lib/platform/config";
import type { Verb } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { stripeEventJob } from "./jobs";

class ForgedWebhook extends AppError {
  constructor(cause: unknown) {
    super("bad_request", "The signature does not fit.", { internal: cause instanceof Error ? cause.message : "forged" });
  }
}

/**
 * Takes a provider's event: verifies its signature and age, remembers its id, and queues the work, in one transaction. The same
 * event again is taken and changes nothing. @throws ForgedWebhook, NotConfigured
 */
export async function receiveStripeEvent({ ctx, input }: Verb<{ body: string; signature: string }>): Promise<{ received: true; duplicate: boolean }> {
  const event = verify(input.body, input.signature);
  const duplicate = await ctx.transaction(async (tx) => {
    const made = await tx.webhookEvent.createMany({ data: [{ provider: "stripe", eventId: event.id, type: event.type, receivedAt: ctx.now }], skipDuplicates: true });
    if (made.count === 0) return true;
    const { id } = event.data.object as { id?: unknown };
    await enqueue(tx, stripeEventJob, { eventId: event.id, type: event.type, objectId: typeof id === "string" ? id : "" });
    return false;
  });
  markPending();
  return { received: true, duplicate };
}

function verify(body: string, signature: string): Stripe.Event {
  const secret = need("Payments", "STRIPE_WEBHOOK_SECRET");
  try {
    const event = stripe().webhooks.constructEvent(body, signature, secret);
    refuseForeign(event);
    return event;
  } catch (error) {
    throw new ForgedWebhook(error);
  }
}

/** Signed with our secret and yet not for us: of the other mode, or of a connected account, whose objects are not ours. */
function refuseForeign({ livemode, account }: Stripe.Event): void {
  const live = need("Payments", "STRIPE_SECRET_KEY").includes("_live_");
  if (livemode !== live) throw new Error(`an event of ${livemode ? "live" : "test"} mode`);
  if (account) throw new Error("an event of a connected account");
}
