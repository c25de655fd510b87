import { AsyncLocalStorage } from "node:async_hooks";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import pg from "pg";

/**
 * A process that dies: from the moment its fuse has burnt, nothing it awaits ever happens again, and its connections to the database are
 * cut, so that what was not committed is rolled back. Its fuse counts what leaves the process (statements, calls to the provider), and it
 * dies before one of them is sent, or after it was done and before the answer was heard.
 */
export interface Life {
  /** So many crossings are left; Infinity: it does not die. */
  fuse: number;
  side: "before" | "after";
  dead: boolean;
  crossings: number;
  /** Where it died, in words. */
  place: string;
  connections: Set<pg.Client>;
}

/** In whose hands a connection is: the pool hands it on, and who dies takes only their own with them, and what it held (a transaction, a lock). */
const hands = new WeakMap<pg.Client, Life>();

export class Crash extends Error {
  override name = "Crash";
}

const lives = new AsyncLocalStorage<Life>();

export const newLife = (fuse = Infinity, side: Life["side"] = "before"): Life => ({ fuse, side, dead: false, crossings: 0, place: "", connections: new Set() });

/** Runs `work` as a process of its own; what it throws when it dies is a Crash. */
export async function live<T>(life: Life, work: () => Promise<T>): Promise<T> {
  try {
    const result = await lives.run(life, work);
    if (life.dead) throw new Crash(life.place);
    return result;
  } catch (error) {
    throw life.dead ? new Crash(life.place) : error;
  }
}

/** Counts one crossing. @returns whether the process dies with it */
function cross(life: Life, place: () => string): boolean {
  life.crossings += 1;
  if (life.crossings !== life.fuse) return false;
  life.place = place();
  return true;
}

function die(life: Life): void {
  life.dead = true;
  for (const client of life.connections) if (hands.get(client) === life) (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
}

/** Puts the fuse where this process touches the world. Only the simulation does so; nothing of the app knows. */
export function wire(): void {
  wireDatabase();
  wirePool();
  wireCalls();
}

type Callback = (error: Error | null, result?: unknown) => void;

function wireDatabase(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const plain = pg.Client.prototype.query as unknown as (this: pg.Client, ...given: unknown[]) => unknown;
  const guarded = function (this: pg.Client, ...given: unknown[]): unknown {
    const life = lives.getStore();
    if (!life) {
      hands.delete(this);
      return plain.apply(this, given);
    }
    hands.set(this, life);
    life.connections.add(this);
    const last = given.at(-1);
    const callback = typeof last === "function" ? (last as Callback) : undefined;
    const asked = callback ? new Promise((resolve, reject) => { guard(life, this, given.slice(0, -1), plain).then(resolve, reject); }) : guard(life, this, given, plain);
    if (!callback) return asked;
    asked.then((result) => { callback(null, result); }, (error: unknown) => { callback(error as Error); });
    return undefined;
  };
  pg.Client.prototype.query = guarded as unknown as typeof pg.Client.prototype.query;
}

/** What the pool takes back, or gives to the next, is in nobody's hands. */
function wirePool(): void {
  const pool = pg.Pool.prototype as unknown as Record<"_acquireClient" | "_release", (client: pg.Client, ...rest: unknown[]) => unknown>;
  for (const name of ["_acquireClient", "_release"] as const) {
    const plain = pool[name];
    pool[name] = function (this: unknown, client, ...rest) {
      hands.delete(client);
      return plain.call(this, client, ...rest);
    };
  }
}

async function guard(life: Life, client: pg.Client, given: unknown[], plain: (this: pg.Client, ...given: unknown[]) => unknown): Promise<unknown> {
  if (life.dead) throw new Crash(life.place);
  const dies = cross(life, () => `database ${life.side} ${firstWords(given[0])}`);
  if (dies && life.side === "before") {
    die(life);
    throw new Crash(life.place);
  }
  const result: unknown = await plain.apply(client, given);
  if (dies) die(life);
  // Another branch of the same process may have died meanwhile: its answer is heard by nobody.
  if (isDead(life)) throw new Crash(life.place);
  return result;
}

const isDead = ({ dead }: Life): boolean => dead;

function firstWords(query: unknown): string {
  const text = typeof query === "string" ? query : ((query as { text?: string } | null)?.text ?? "");
  return text.replaceAll(/[\s"]+/gu, " ").trim().split(" ").slice(0, 4).join(" ").slice(0, 60);
}

function wireCalls(): void {
  const plain = http.request.bind(http);
  const guarded = (...given: Parameters<typeof plain>): http.ClientRequest => {
    const life = lives.getStore();
    if (!life) return plain(...given);
    const options = given[0] as unknown as { method?: string; path?: string };
    const dies = !life.dead && cross(life, () => `call ${life.side} ${options.method ?? ""} ${(options.path ?? "").replaceAll(/_[A-Za-z0-9]{10,}/gu, "_…").split("?")[0] ?? ""}`);
    const request = plain(...given);
    if (life.dead || (dies && life.side === "before")) {
      die(life);
      process.nextTick(() => request.destroy(new Crash(life.place)));
      return request;
    }
    const emit = request.emit.bind(request) as (event: string, ...rest: unknown[]) => boolean;
    request.emit = ((event: string, ...rest: unknown[]): boolean => {
      if (event !== "response" || !(dies || isDead(life))) return emit(event, ...rest);
      (rest[0] as http.IncomingMessage).resume();
      die(life);
      request.destroy(new Crash(life.place));
      return true;
    }) as typeof request.emit;
    return request;
  };
  http.request = guarded as typeof http.request;
  syncBuiltinESMExports();
}
