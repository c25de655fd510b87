import type Stripe from "stripe";
import { stripe } from "@/lib/commerce/rails";
import { need } from "@/lib/platform/config";
import type { Verb } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { stripeEventJob } from "./jobs";

/** Which of our two addresses was called: one hears of our own account, the other of creators' accounts. */
type Endpoint = "platform" | "connect";

class ForgedWebhook extends AppError {
  constructor(cause: unknown) {
    super("bad_request", "The signature does not fit.", { internal: cause instanceof Error ? cause.message : "forged" });
  }
}

/**
 * Takes a provider's event: verifies its signature and age, remembers its id, and queues the work, in one transaction. The same
 * event again is taken and changes nothing. @throws ForgedWebhook, NotConfigured
 */
export async function receiveStripeEvent({ ctx, input }: Verb<{ body: string; signature: string; endpoint: Endpoint }>): Promise<{ received: true; duplicate: boolean }> {
  const event = verify(input);
  const duplicate = await ctx.transaction(async (tx) => {
    const made = await tx.webhookEvent.createMany({ data: [{ provider: "stripe", eventId: event.id, type: event.type, receivedAt: ctx.now }], skipDuplicates: true });
    if (made.count === 0) return true;
    const { id } = event.data.object as { id?: unknown };
    await enqueue(tx, stripeEventJob, { eventId: event.id, type: event.type, objectId: typeof id === "string" ? id : "", ...(event.account ? { account: event.account } : {}) });
    return false;
  });
  markPending();
  return { received: true, duplicate };
}

function verify({ body, signature, endpoint }: { body: string; signature: string; endpoint: Endpoint }): Stripe.Event {
  const secret = need("Payments", endpoint === "connect" ? "STRIPE_CONNECT_WEBHOOK_SECRET" : "STRIPE_WEBHOOK_SECRET");
  try {
    const event = stripe().webhooks.constructEvent(body, signature, secret);
    refuseForeign(event, endpoint);
    return event;
  } catch (error) {
    throw new ForgedWebhook(error);
  }
}

/** Signed with our secret and yet not for us: of the other mode, from the future, or of an account where none, or one, belongs. */
function refuseForeign({ livemode, account, created }: Stripe.Event, endpoint: Endpoint): void {
  const live = need("Payments", "STRIPE_SECRET_KEY").includes("_live_");
  if (livemode !== live) throw new Error(`an event of ${livemode ? "live" : "test"} mode`);
  if (account && endpoint === "platform") throw new Error("an event of a connected account");
  if (!account && endpoint === "connect") throw new Error("an event of no connected account");
  if (live && created * 1_000 > Date.now() + 300_000) throw new Error("an event from the future");
}
