import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type Actor, system } from "./actor";
import { type Database, database, type Tx } from "./client";
import { inTransaction } from "./transaction";

/** What every verb is given: who asks, when, under which request, and the way to the database. */
export interface Context {
  actor: Actor;
  now: Date;
  requestId: string;
  /** The caller's network address and browser, for sign-in records and limits; empty for jobs. */
  address: string;
  userAgent: string;
  db: Database;
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

export interface Verb<Input> {
  ctx: Context;
  input: Input;
}

type Seed = Partial<Pick<Context, "requestId" | "address" | "userAgent" | "now">> & {
  actor: Actor;
  /** Runs last in each transaction: what must be true exactly when the change is. */
  beforeCommit?: ((tx: Tx) => Promise<void>) | undefined;
};

/** Called when a transaction has put events into the outbox, so that they need not wait for the next minute. */
type Nudge = () => void;
let nudge: Nudge = () => undefined;
export function onEmitted(callback: Nudge): void {
  nudge = callback;
}

/**
 * The context of one request, page or job. Only `actor` must be said: `now` is the clock's, `requestId` a new one, `address` and
 * `userAgent` empty. `transaction` writes what `work` noted of audit and events last, tries again on a write conflict, and so may run
 * `work` more than once; what it throws rolls everything back and comes out as it was.
 */
export function createContext(seed: Seed): Context {
  return {
    actor: seed.actor,
    now: seed.now ?? now(),
    requestId: seed.requestId ?? newId("request"),
    address: seed.address ?? "",
    userAgent: seed.userAgent ?? "",
    db: database(),
    transaction: async (work) => {
      const { result, emitted } = await inTransaction(async (tx) => {
        const made = await work(tx);
        await seed.beforeCommit?.(tx);
        return made;
      });
      if (emitted) nudge();
      return result;
    },
  };
}

/** The context of a job: our own hand, named. */
export function systemContext(name: string): Context {
  return createContext({ actor: system(name) });
}
