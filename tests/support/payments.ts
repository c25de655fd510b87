import { POST as receiveConnectWebhook } from "@/app/api/webhooks/stripe-connect/route";
import { POST as receiveWebhook } from "@/app/api/webhooks/stripe/route";
import { startCheckout } from "@/lib/commerce/checkout";
import { stripe } from "@/lib/commerce/rails";
import { config } from "@/lib/platform/config";
import type Stripe from "stripe";
import type { Creator, Person } from "./people";

export const cards = { good: "4242 4242 4242 4242", declined: "4000000000000002", authenticate: "4000002500003155", failsLater: "4000000000000341" } as const;

/** Fills in the provider's card form as a browser would. Returns the status it answered with. */
export async function payAt(url: string | null, card: string = cards.good): Promise<number> {
  const response = await fetch(url ?? "", { method: "POST", redirect: "manual", body: new URLSearchParams({ email: "fan@directfanz.test", cardNumber: card, cardExpiry: "12 / 34", cardCvc: "123", name: "Fan Person" }) });
  return response.status;
}

/** Opens a checkout and pays it; nothing has been told to the app yet. */
export async function pays(fan: Person, creator: Creator, { tier = 0, amount, card }: { tier?: number; amount?: number; card?: string } = {}): Promise<{ checkoutId: string; sessionId: string; status: number }> {
  const chosen = creator.tiers[tier];
  if (!chosen) throw new Error("the creator has no such tier");
  const checkout = await startCheckout({ ctx: await fan.ctx(), input: { tierId: chosen.id, amount: amount ?? chosen.minAmount, currency: "usd" } });
  const status = await payAt(checkout.url, card);
  return { checkoutId: checkout.id, sessionId: /cs_test_\w+/u.exec(checkout.url ?? "")?.[0] ?? "", status };
}

/** The provider's events since a moment, oldest first, whose object mentions one of these ids (any, when none is given). */
export async function providerEvents(about: string[] = []): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = [];
  for await (const event of stripe().events.list({ limit: 100 })) {
    const text = JSON.stringify(event.data.object);
    if (about.length === 0 || about.some((one) => text.includes(one))) events.push(event);
    if (events.length >= 300) break;
  }
  return events.reverse();
}

/** Sends an event as the provider does. Returns the status and body it was answered with. */
export async function deliver(event: Stripe.Event | object, { secret = config().STRIPE_WEBHOOK_SECRET ?? "", timestamp }: { secret?: string; timestamp?: number } = {}): Promise<{ status: number; body: { duplicate?: boolean; detail?: string } }> {
  const payload = JSON.stringify(event);
  const signature = stripe().webhooks.generateTestHeaderString({ payload, secret, ...(timestamp ? { timestamp } : {}) });
  const request = new Request("http://localhost:3000/api/webhooks/stripe", { method: "POST", headers: { "content-type": "application/json", "stripe-signature": signature }, body: payload });
  const response = await receiveWebhook(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as { duplicate?: boolean } };
}

/** Events of creators' own accounts, oldest first, each sent to the address that hears of them. */
export async function deliverOfAccount(account: string, types: string): Promise<number> {
  const events = (await stripe().events.list({ limit: 100 }, { stripeAccount: account })).data.filter(({ type }) => type.startsWith(types)).reverse();
  for (const event of events) {
    const payload = JSON.stringify(event);
    const signature = stripe().webhooks.generateTestHeaderString({ payload, secret: config().STRIPE_CONNECT_WEBHOOK_SECRET ?? "" });
    const response = await receiveConnectWebhook(new Request("http://localhost:3000/api/webhooks/stripe-connect", { method: "POST", headers: { "content-type": "application/json", "stripe-signature": signature }, body: payload }), { params: Promise.resolve({}) });
    if (response.status !== 200) throw new Error(`${event.type}: ${response.status} ${await response.text()}`);
  }
  return events.length;
}

/** Turns a switch of the double, e.g. set("outage", { seconds: 5 }). */
export async function setDouble(name: string, fields: object): Promise<void> {
  const response = await fetch(`${config().STRIPE_API_BASE ?? ""}/_double/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
}
