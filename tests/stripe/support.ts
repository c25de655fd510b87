import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { startStripe, type StripeDouble } from "../../local/stripe/index";

export const secretKey = "sk_test_directfanz_local_key";
export const webhookSecret = "whsec_local_secret";
export const connectSecret = "whsec_local_connect_secret";

/** A double of its own in a fresh directory, the real SDK, and a webhook endpoint that checks signatures. */
export interface Stage {
  double: StripeDouble;
  stripe: Stripe;
  inbox: Inbox;
  /** The endpoint for events of connected accounts. */
  connected: Inbox;
  dataDir: string;
  /** Sets a switch under `/_double`. */
  set(name: string, fields: object): Promise<unknown>;
  /** Stops the double and starts it again on the same directory. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), "stripe-double-"));
  const inbox = await openInbox(webhookSecret);
  const connected = await openInbox(connectSecret);
  const start = () => startStripe({ dataDir, secretKey, webhookSecret, webhookUrl: inbox.url, connectWebhookUrl: connected.url, connectWebhookSecret: connectSecret });
  const double = await start();
  const stage: Stage = {
    double,
    stripe: clientOf(double),
    inbox,
    connected,
    dataDir,
    set: async (name, fields) => {
      const response = await fetch(`${stage.double.url}/_double/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) });
      if (!response.ok) throw new Error(`switch ${name}: ${response.status}`);
      return (await response.json()) as unknown;
    },
    restart: async () => {
      await stage.double.stop();
      stage.double = await start();
      stage.stripe = clientOf(stage.double);
    },
    close: async () => {
      await stage.double.stop();
      await inbox.close();
      await connected.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return stage;
}

export function clientOf(double: { port: number }, key = secretKey): Stripe {
  return new Stripe(key, { host: "127.0.0.1", port: double.port, protocol: "http", telemetry: false, maxNetworkRetries: 0 });
}

export interface Inbox {
  url: string;
  /** What came, in order; only events whose signature verified. */
  events: Stripe.Event[];
  /** How many deliveries failed verification. */
  forged: number;
  /** The next answers, in order; 200 when there is none. */
  answers: number[];
  of(type: string): Stripe.Event[];
  close(): Promise<void>;
}

async function openInbox(secret: string): Promise<Inbox> {
  const verifier = new Stripe(secretKey);
  const inbox: Inbox = { url: "", events: [], forged: 0, answers: [], of: (type) => inbox.events.filter((event) => event.type === type), close: () => close(server) };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const status = inbox.answers.shift() ?? 200;
      try {
        const event = verifier.webhooks.constructEvent(Buffer.concat(chunks), request.headers["stripe-signature"] ?? "", secret);
        if (status < 300) inbox.events.push(event);
      } catch {
        inbox.forged += 1;
      }
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  inbox.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  return inbox;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A connected account that has been through onboarding. */
export async function onboarded(stage: Stage, bankAccount = "000123456789"): Promise<string> {
  const account = await stage.stripe.accounts.create({ type: "express", email: "creator@example.com", capabilities: { transfers: { requested: true } } });
  const link = await stage.stripe.accountLinks.create({ account: account.id, type: "account_onboarding", refresh_url: "https://app.test/refresh", return_url: "https://app.test/return" });
  const answer = await submit(link.url, { bankAccount });
  if (answer.status !== 303) throw new Error(`onboarding answered ${answer.status}`);
  return account.id;
}

/** Waits until the condition holds, for two seconds at most. */
export async function until(holds: () => boolean | Promise<boolean>, what = "condition"): Promise<void> {
  const deadline = Date.now() + 2_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`timed out waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const cards = {
  good: "4242 4242 4242 4242",
  declined: "4000000000000002",
  poor: "4000000000009995",
  authenticateOnce: "4000002500003155",
  authenticateAlways: "4000002760003184",
  failsLater: "4000000000000341",
} as const;

/** A monthly subscription of $12.00, not paid yet. */
export function subscribe(stripe: Stripe, more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 1200, recurring: { interval: "month" }, product_data: { name: "Backstage" } } }],
    customer_email: "fan@example.com",
    client_reference_id: "order_1",
    metadata: { order: "1" },
    subscription_data: { metadata: { tier: "tier_1" } },
    success_url: "https://app.test/done?session={CHECKOUT_SESSION_ID}",
    cancel_url: "https://app.test/tiers",
    ...more,
  });
}

/** A one-off payment of $5.00, not paid yet. */
export function tip(stripe: Stripe): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "Tip" } } }],
    customer_email: "fan@example.com",
    payment_intent_data: { metadata: { tip: "tip_1" } },
    success_url: "https://app.test/thanks",
  });
}

export interface Submitted {
  status: number;
  location: string | null;
  text: string;
}

/** Fills in the card form of a session as a browser would. */
export function payWith(session: { url: string | null }, number: string, more: Record<string, string> = {}): Promise<Submitted> {
  return submit(session.url ?? "", { email: "fan@example.com", cardNumber: number, cardExpiry: "12 / 34", cardCvc: "123", name: "Fan Person", ...more });
}

export async function submit(url: string, fields: Record<string, string>): Promise<Submitted> {
  const response = await fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}

/** Subscribes and pays, and returns the session as it then is. */
export async function subscribed(stage: Stage, number: string = cards.good, more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Promise<Stripe.Checkout.Session> {
  const session = await subscribe(stage.stripe, more);
  const answer = await payWith(session, number);
  if (answer.status !== 303) throw new Error(`checkout answered ${answer.status}`);
  return stage.stripe.checkout.sessions.retrieve(session.id);
}

export function idOf(field: string | { id: string } | null | undefined): string {
  const id = typeof field === "object" ? field?.id : field;
  if (id === undefined) throw new Error("expected an id");
  return id;
}
