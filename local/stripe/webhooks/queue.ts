import { newId } from "../state/ids";
import { platform, type Store } from "../state/store";
import type { Delivery, SwitchesRow } from "../state/tables";
import { post, type Endpoint } from "./post";
import { shuffled } from "./shuffle";

/** Milliseconds to the next try; the last one repeats until three days have passed. Shorter than Stripe's, for people who wait. */
const backoff = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000, 10_800_000] as const;
const giveUpAfter = 3 * 86_400_000;
/** So many actions are delivered side by side; the events of one action follow each other. */
const lanes = 8;

interface Waiting {
  account: string;
  delivery: Delivery;
}

/** The webhook queue: kept in the store, retried, and bent on demand (duplicates, disorder, delay, pause). */
export class Queue {
  private readonly store: Store;
  private readonly secret: string;
  private endpoint: string | undefined;
  /** Where the events of connected accounts go, with a secret of its own; to the first endpoint when there is none. */
  connect: Endpoint | undefined;
  private timer: NodeJS.Timeout | undefined;
  private timerAt = Infinity;
  /** Ids of waiting deliveries and their accounts, so that a long history costs nothing. */
  private readonly waitingIds = new Map<string, string>();
  private running: Promise<void> | undefined;
  private stopped = false;
  /** While true, events are recorded and sent to nobody: for history that is made up before anyone listens. */
  muted = false;

  constructor(store: Store, secret: string, endpoint: string | undefined) {
    this.store = store;
    this.secret = secret;
    this.endpoint = endpoint;
    for (const account of store.accountNames()) {
      for (const delivery of store.tables(account).deliveries.all()) {
        if (delivery.state === "waiting") this.waitingIds.set(delivery.id, account);
      }
    }
  }

  get switches(): SwitchesRow {
    return this.store.platform.switches.get("webhooks") ?? { id: "webhooks", duplicates: 1, reorder: false, delayMs: 0, paused: false };
  }

  get url(): string | undefined {
    return this.endpoint;
  }

  setSwitches(changes: Partial<Omit<SwitchesRow, "id">>): SwitchesRow {
    const next = this.store.platform.switches.put({ ...this.switches, ...changes });
    this.store.commit();
    this.wake();
    return next;
  }

  setEndpoint(url: string | undefined): void {
    this.endpoint = url;
    this.wake();
  }

  /** Queues an event, as often as the switches say. @returns how many deliveries wait for it */
  enqueue(item: { account: string; event: string; type: string; batch: string }): number {
    if (this.endpoint === undefined || this.muted) return 0;
    const { duplicates, delayMs } = this.switches;
    const now = Date.now();
    for (let copy = 0; copy < duplicates; copy += 1) {
      const id = newId("whd");
      this.waitingIds.set(id, item.account);
      this.store.tables(item.account).deliveries.put({
        id, event: item.event, type: item.type, batch: item.batch, state: "waiting", attempts: 0, createdAt: now, nextAt: now + delayMs, lastStatus: null, lastError: null,
      });
    }
    this.wakeAt(now + delayMs);
    return duplicates;
  }

  /** Looks again soon; called whenever something may have become due. */
  wake(): void {
    this.sleep();
    const next = this.waiting().reduce((soonest, { delivery }) => Math.min(soonest, delivery.nextAt), Infinity);
    this.wakeAt(next);
  }

  private wakeAt(moment: number): void {
    if (this.stopped || this.endpoint === undefined || this.switches.paused || moment >= this.timerAt) return;
    clearTimeout(this.timer);
    this.timerAt = moment;
    this.timer = setTimeout(() => {
      this.timerAt = Infinity;
      void this.run(false);
    }, Math.min(Math.max(0, moment - Date.now()), 60_000));
  }

  private sleep(): void {
    clearTimeout(this.timer);
    this.timerAt = Infinity;
  }

  /** Tries everything that waits, whatever its time and even while paused; resolves after one try each. */
  async deliverNow(): Promise<void> {
    await this.running;
    await this.run(true);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.sleep();
    await this.running;
  }

  private waiting(): Waiting[] {
    return [...this.waitingIds].flatMap(([id, account]) => {
      const delivery = this.store.tables(account).deliveries.get(id);
      return delivery ? [{ account, delivery }] : [];
    });
  }

  private async run(everything: boolean): Promise<void> {
    if (this.running) return this.running;
    this.running = this.drain(everything);
    await this.running;
    this.running = undefined;
    this.wake();
  }

  private async drain(everything: boolean): Promise<void> {
    if (this.endpoint === undefined || (this.switches.paused && !everything)) return;
    const due = this.waiting().filter(({ delivery }) => everything || delivery.nextAt <= Date.now());
    const batches = this.switches.reorder ? [shuffled(due)] : [...Map.groupBy(due, ({ delivery }) => delivery.batch).values()];
    const lane = async (): Promise<void> => {
      for (let batch = batches.shift(); batch && !this.stopped; batch = batches.shift()) {
        for (const item of batch) await this.deliver(item);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  /** Where events of this account go. */
  endpointFor(account: string): Endpoint | undefined {
    if (account !== platform && this.connect) return this.connect;
    return this.endpoint === undefined ? undefined : { url: this.endpoint, secret: this.secret };
  }

  private async deliver({ account, delivery }: Waiting): Promise<void> {
    const tables = this.store.tables(account);
    const event = tables.events.get(delivery.event);
    if (!event || this.stopped) return;
    const endpoint = this.endpointFor(account);
    if (!endpoint) return;
    const answer = await post(endpoint, event);
    const attempts = delivery.attempts + 1;
    const given = { ...delivery, attempts, lastStatus: answer.status, lastError: answer.error };
    if (answer.ok) {
      this.waitingIds.delete(delivery.id);
      tables.deliveries.put({ ...given, state: "delivered" });
      tables.events.put({ ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
    } else {
      const wait = backoff[Math.min(attempts, backoff.length) - 1] ?? 1_000;
      const late = Date.now() + wait - delivery.createdAt > giveUpAfter;
      if (late) this.waitingIds.delete(delivery.id);
      tables.deliveries.put({ ...given, state: late ? "abandoned" : "waiting", nextAt: Date.now() + wait });
    }
    this.store.commit();
  }
}
