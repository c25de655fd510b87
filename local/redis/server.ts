import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { hasEnded, startChild, stopChild } from "../support/children";
import { freePort } from "../support/http";
import { LocalProblem } from "../support/problem";
import { databases, type Database, type Engine, type Reply } from "./engine";
import { Scripts } from "./scripts";

const run = promisify(execFile);

/** Version of the `redis-server` on PATH; undefined when there is none. */
export async function redisVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run("redis-server", ["--version"]);
    return /v=([\d.]+)/.exec(stdout)?.[1] ?? "?";
  } catch {
    return undefined;
  }
}

/** A real `redis-server` of our own, reachable from this machine with a password only. */
export async function serverEngine({ dataDir, password, version }: { dataDir: string; password: string; version: string }): Promise<Engine> {
  await mkdir(dataDir, { recursive: true });
  const port = await freePort();
  const settings = { port, bind: "127.0.0.1", dir: dataDir, databases, requirepass: password, appendonly: "yes", appendfsync: "everysec", save: "", daemonize: "no", loglevel: "warning" };
  // Settings go in by stdin: a password among the arguments could be read by every user of the machine.
  const server = startChild("redis-server", ["-"], { cwd: "/", stdio: ["pipe", "pipe", "ignore"] });
  let said = "";
  server.stdout?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  server.stdin?.end(Object.entries(settings).map(([name, value]) => `${name} ${JSON.stringify(String(value))}\n`).join(""));

  const connect = (db: number): Redis => {
    const client = new Redis({ host: "127.0.0.1", port, password, db, lazyConnect: true, maxRetriesPerRequest: 3, retryStrategy: (times) => Math.min(times * 50, 500) });
    client.on("error", () => undefined); // each command reports its own failure
    return client;
  };
  const admin = connect(0);
  await whenReady(admin, () => hasEnded(server), () => said);
  const open = new Map<number, { client: Redis; database: Database }>();
  const scripts = new Scripts();
  return {
    name: `redis-server ${version}`,
    database: (index) => {
      const known = open.get(index) ?? opened(index === 0 ? admin : connect(index), scripts);
      open.set(index, known);
      return known.database;
    },
    stop: async () => {
      admin.disconnect();
      for (const { client } of open.values()) client.disconnect();
      await stopChild(server, "SIGTERM", 2500);
    },
  };
}

async function whenReady(client: Redis, gone: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (gone()) break;
    try {
      await client.ping();
      return;
    } catch {
      await wait(50);
    }
  }
  if (/No space left/.test(said())) throw Object.assign(new Error(said()), { code: "ENOSPC" });
  throw new LocalProblem(`redis-server did not start (${said().trim().split("\n").at(-1) ?? "it said nothing"}): remove .local/redis, or take redis-server off PATH to use the in-memory engine.`);
}

function opened(client: Redis, scripts: Scripts): { client: Redis; database: Database } {
  const database: Database = {
    call: async (command) => {
      const [name = "", ...args] = scripts.rewrite(command, false);
      const reply = (await client.callBuffer(name, ...args)) as Reply;
      return scripts.loaded(command) ?? reply;
    },
    multi: async (commands) => {
      const transaction = client.multi();
      for (const command of commands) {
        const [name = "", ...args] = scripts.rewrite(command, false);
        (transaction as unknown as { callBuffer(name: string, ...args: string[]): void }).callBuffer(name, ...args);
      }
      const replies = (await transaction.exec()) ?? [];
      return replies.map(([error, reply]) => error ?? (reply as Reply));
    },
    subscribe: async (kind, channel, hear) => {
      const subscriber = client.duplicate();
      subscriber.on("error", () => undefined);
      subscriber.on("message", (from: string, text: string) => hear(["message", from, text]));
      subscriber.on("pmessage", (pattern: string, from: string, text: string) => hear(["pmessage", pattern, from, text]));
      const count = (await subscriber[kind](channel)) as number;
      hear([kind, channel, String(count)]);
      return () => subscriber.disconnect();
    },
  };
  return { client, database };
}
