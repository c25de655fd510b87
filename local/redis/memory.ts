import RedisMock from "ioredis-mock";
import type { Command, Database, Engine, Reply } from "./engine";
import { Scripts } from "./scripts";

/** ioredis-mock knows options in capitals only; clients send them in any case. */
const options = /^(nx|xx|ex|px|get|gt|lt|ch|incr|left|right|keepttl|exat|pxat|persist|withscores|rev|byscore|bylex|limit|count|match|maxlen|streams)$/i;

type Method = (...args: string[]) => Promise<Reply>;

/** A stand-in for machines without redis-server. Nothing outlives the process; streams and token buckets are missing. */
export function memoryEngine(): Engine {
  const scripts = new Scripts();
  const open = new Map<number, Database>();
  const clients: { disconnect(): void }[] = [];
  return {
    name: "in memory (no redis-server on PATH)",
    database: (index) => {
      const known = open.get(index) ?? openDatabase(index, scripts, clients);
      open.set(index, known);
      return known;
    },
    stop: () => {
      for (const client of clients) client.disconnect();
      return Promise.resolve();
    },
  };
}

function prepare(command: Command, scripts: Scripts): { name: string; args: string[] } {
  const [name = "", ...args] = scripts.rewrite(command, true);
  const isScript = /^eval/i.test(name);
  // Only from the second argument on: a key may be called "get".
  return { name: name.toLowerCase(), args: isScript ? args : args.map((arg, index) => (index > 0 && options.test(arg) ? arg.toUpperCase() : arg)) };
}

let made = 0;

function openDatabase(db: number, scripts: Scripts, clients: { disconnect(): void }[]): Database {
  // Clients of one host and port share their data; another engine of this process must not.
  const host = `memory-${made++}`;
  const create = (): InstanceType<typeof RedisMock> => {
    const client = new RedisMock({ host, port: 6379, db });
    clients.push(client);
    return client;
  };
  const client = create();
  const methods = client as unknown as Record<string, Method | undefined>;
  const call = async (command: Command): Promise<Reply> => {
    const digest = scripts.loaded(command);
    const { name, args } = prepare(command, scripts);
    if (digest !== undefined) return digest;
    const method = methods[`${name}Buffer`] ?? methods[name];
    if (!method) throw new Error(`ERR unknown command '${name}'`);
    const reply = await method.apply(client, args);
    if (Number.isNaN(reply)) throw new Error("ERR value is not an integer or out of range");
    return reply;
  };
  return {
    call,
    // One thread, one queue: commands that run back to back without waiting are a transaction here.
    multi: async (commands) => {
      const replies = await Promise.allSettled(commands.map(call));
      return replies.map((reply) => (reply.status === "fulfilled" ? reply.value : asError(reply.reason)));
    },
    subscribe: async (kind, channel, hear) => {
      const subscriber = create();
      subscriber.on("message", (from: string, text: string) => hear(["message", from, text]));
      subscriber.on("pmessage", (pattern: string, from: string, text: string) => hear(["pmessage", pattern, from, text]));
      const count = (await subscriber[kind](channel)) as number;
      hear([kind, channel, String(count)]);
      return () => subscriber.disconnect();
    },
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
