import Stripe from "stripe";

export interface Endpoint {
  url: string;
  secret: string;
}

export interface Answer {
  ok: boolean;
  status: number | null;
  error: string | null;
}

const signer = new Stripe("sk_test_signer");

/** Posts one event, signed as Stripe signs it and at the real time, since the receiver checks its own clock, unless a timestamp is given. Never throws. */
export async function post({ url, secret }: Endpoint, event: Stripe.EventBase, timestamp?: number): Promise<Answer> {
  const payload = JSON.stringify(event, null, 2);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signer.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp === undefined ? {} : { timestamp }) }),
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body: payload,
      signal: AbortSignal.timeout(10_000),
    });
    await response.arrayBuffer();
    return { ok: response.ok, status: response.status, error: response.ok ? null : `HTTP ${response.status}` };
  } catch (problem) {
    return { ok: false, status: null, error: problem instanceof Error ? problem.message : "unreachable" };
  }
}
