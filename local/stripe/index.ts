import type { AddressInfo } from "node:net";
import { serverFor } from "./server";
import type { RestrictedKey } from "./http/permissions";
import { World } from "./world";

export interface StripeDoubleOptions {
  /** Where the state is kept; one running double a directory. null: in memory only, for as long as it runs. */
  dataDir: string | null;
  /** Without one, events are recorded and not delivered. */
  webhookUrl?: string | undefined;
  /** `whsec_…` */
  webhookSecret: string;
  /** Events older than so many days on the double's clock are forgotten, as Stripe does after 30. Absent: never. */
  keepsDays?: number | undefined;
  /** Where events of connected accounts go, signed with a secret of their own. Without both they go to `webhookUrl`. */
  connectWebhookUrl?: string | undefined;
  connectWebhookSecret?: string | undefined;
  /** The key that may do everything, `sk_test_…`. */
  secretKey: string;
  /** A second key, `rk_test_…`, with what it may do of each resource; writing includes reading. */
  restricted?: RestrictedKey | undefined;
  /** Absent or 0: any free port. */
  port?: number | undefined;
}

export interface StripeDouble {
  /** `http://127.0.0.1:port` */
  url: string;
  port: number;
  setWebhookUrl(url: string | undefined): void;
  /** Tries every waiting webhook once, whatever its time; resolves when all have been tried. */
  deliverNow(): Promise<void>;
  stop(): Promise<void>;
}

const minute = 60_000;

/**
 * Starts Stripe on this machine: the API that the real SDK talks to, Checkout and onboarding pages, and signed webhooks.
 * Its own pages and switches are under `/_double`.
 * @throws when the port is taken
 */
export async function startStripe(options: StripeDoubleOptions): Promise<StripeDouble> {
  const { dataDir, webhookUrl, webhookSecret, secretKey, connectWebhookUrl: connectUrl, connectWebhookSecret: connectSecret, keepsDays, restricted, port = 0 } = options;
  const world = new World({ dataDir, webhookUrl, webhookSecret, secretKey, connectUrl, connectSecret, keepsDays, restricted });
  const server = serverFor(world);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  world.baseUrl = `http://127.0.0.1:${bound}`;
  world.tick();
  world.queue.wake();
  const ticking = setInterval(() => {
    world.tick();
  }, minute);

  return {
    url: world.baseUrl,
    port: bound,
    setWebhookUrl: (url) => {
      world.queue.setEndpoint(url);
    },
    deliverNow: () => world.queue.deliverNow(),
    stop: async () => {
      clearInterval(ticking);
      await world.queue.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      world.store.commit();
    },
  };
}
