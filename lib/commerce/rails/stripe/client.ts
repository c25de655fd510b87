import Stripe from "stripe";
import { config, need } from "@/lib/platform/config";
import { ProviderFailed } from "@/lib/platform/errors";

const holder = globalThis as typeof globalThis & { directfanzStripe?: Stripe };

/** The SDK, pointed at STRIPE_API_BASE when that is set. @throws NotConfigured */
export function stripe(): Stripe {
  const key = need("Payments", "STRIPE_SECRET_KEY");
  holder.directfanzStripe ??= new Stripe(key, { ...hostOf(config().STRIPE_API_BASE), telemetry: false, maxNetworkRetries: 2, timeout: 10_000, appInfo: { name: "DirectFanz" } });
  return holder.directfanzStripe;
}

function hostOf(base: string | undefined): { host?: string; port?: string; protocol?: "http" | "https" } {
  if (!base) return {};
  const url = new URL(base);
  return { host: url.hostname, port: url.port, protocol: url.protocol === "http:" ? "http" : "https" };
}

/** Out of reach, broken on its side (or answering what is no JSON, and so has no status), or asking us to slow down: worth another try. */
function isAway(error: unknown): boolean {
  const { StripeAPIError, StripeConnectionError, StripeRateLimitError } = Stripe.errors;
  return error instanceof StripeConnectionError || error instanceof StripeRateLimitError || (error instanceof StripeAPIError && (error.statusCode ?? 500) >= 500);
}

/**
 * Runs a call; "no such object" becomes undefined. What the provider refuses for another reason (a key, a parameter, a key of idempotency
 * used twice) is our fault and is thrown as it came, so that it is reported.
 * @throws ProviderFailed when the provider is away
 */
export async function ask<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return undefined;
    if (isAway(error)) throw new ProviderFailed("Stripe", "Our payment provider is not answering. Nothing was charged; try again in a minute.", error);
    throw error;
  }
}

/** As ask(), where the object must be there. @throws ProviderFailed when the provider is away, or does not know the object */
export async function demand<T>(call: () => Promise<T>): Promise<T> {
  const answer = await ask(call);
  if (answer === undefined) throw new ProviderFailed("Stripe", "Our payment provider does not know this payment.");
  return answer;
}

/** For tests that change their configuration. */
export function forgetStripe(): void {
  delete holder.directfanzStripe;
}
