import type Stripe from "stripe";
import { runDue } from "./engine/schedule";
import { Faults } from "./http/faults";
import type { RestrictedKey } from "./http/permissions";
import { Clock } from "./state/clock";
import type { Context } from "./state/context";
import { forget } from "./state/forget";
import { platform, Store } from "./state/store";
import { contextFor } from "./webhooks/events";
import { Queue } from "./webhooks/queue";

export interface WorldOptions {
  /** null: in memory only. */
  dataDir: string | null;
  webhookUrl: string | undefined;
  webhookSecret: string;
  secretKey: string;
  restricted?: RestrictedKey | undefined;
  keepsDays?: number | undefined;
  connectUrl?: string | undefined;
  connectSecret?: string | undefined;
}

/** How the API misbehaves for a while, on demand. Times are real milliseconds. */
export interface Outage {
  until: number;
  mode: "503" | "hang";
}

/** Everything one running double holds. */
export class World {
  readonly store: Store;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly secretKey: string;
  readonly restricted: RestrictedKey | undefined;
  private readonly keepsDays: number;
  /** Set once the server listens. */
  baseUrl = "";
  outage: Outage = { until: 0, mode: "503" };
  readonly faults = new Faults();
  /** Each API request waits so long before it is carried out. */
  latencyMs = 0;

  constructor(options: WorldOptions) {
    this.store = new Store(options.dataDir);
    this.clock = new Clock(this.store);
    this.queue = new Queue(this.store, options.webhookSecret, options.webhookUrl);
    if (options.connectUrl !== undefined && options.connectSecret !== undefined) this.queue.connect = { url: options.connectUrl, secret: options.connectSecret };
    this.secretKey = options.secretKey;
    this.restricted = options.restricted;
    this.keepsDays = options.keepsDays ?? Infinity;
  }

  context(account = platform, cause: Stripe.Event.Request | null = null, now = this.clock.now()): Context {
    return contextFor({ store: this.store, queue: this.queue, account, now, baseUrl: this.baseUrl, cause, declines: () => this.faults.declines() });
  }

  /** Does whatever has become due on every account: renewals, retries, expiries. */
  tick(): void {
    for (const account of new Set([platform, ...this.store.accountNames()])) {
      runDue((moment) => this.context(account, null, moment), this.clock.now());
      if (this.keepsDays < Infinity) forget(this.store.tables(account), this.clock.now(), this.keepsDays);
    }
    this.store.commit();
  }

  hasHistory(): boolean {
    return this.store.tables(platform).events.size > 0;
  }

  advance(seconds: number): void {
    this.clock.moveTo(this.clock.now() + seconds);
    this.tick();
  }
}
