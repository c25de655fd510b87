import { rm } from "node:fs/promises";
import { Client, escapeIdentifier } from "pg";
import { stopChild } from "../support/children";
import { freePort, type Service } from "../support/http";
import { LocalProblem } from "../support/problem";
import { clearStaleLock, clusterExists, createCluster, findBinaries, runServer } from "./cluster";
import { clusterFolder, runnableBinaries, serverUser } from "./user";

export interface Postgres extends Service {
  /** The connection string of the app's database. */
  databaseUrl: string;
  /** What runs, in a few words for the person watching. */
  engine: string;
}

export interface PostgresOptions {
  dataDir: string;
  password: string;
  /** Use this server instead of starting one. */
  databaseUrl?: string | undefined;
  port?: number;
  durable?: boolean;
}

const database = "directfanz";

/** A real PostgreSQL: the one at `databaseUrl`, else our own under `dataDir`. @throws LocalProblem */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  return options.databaseUrl ? borrow(options.databaseUrl) : start(options);
}

async function borrow(databaseUrl: string): Promise<Postgres> {
  const { hostname, port } = new URL(databaseUrl);
  try {
    await ask(databaseUrl, "SELECT 1");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LocalProblem(`DATABASE_URL is set, but that database does not answer (${reason}): start it, or unset DATABASE_URL to use the built-in one.`);
  }
  return { url: databaseUrl, databaseUrl, port: Number(port || 5432), engine: `yours at ${hostname}`, stop: () => Promise.resolve() };
}

async function start({ dataDir, password, port: wanted, durable = true }: PostgresOptions): Promise<Postgres> {
  const user = await serverUser();
  const [folder, binaries] = await Promise.all([clusterFolder(dataDir, user), findBinaries().then((found) => runnableBinaries(found, user))]);
  if (await clusterExists(folder)) await clearStaleLock(folder);
  else await createCluster({ folder, password, user, binaries });

  const port = await freePort(wanted);
  const server = await runServer({ folder, port, user, binaries, durable });
  const urlOf = (name: string): string => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
  await createDatabase(urlOf("postgres"), database);
  const databaseUrl = urlOf(database);
  // SIGINT is PostgreSQL's fast shutdown: it rolls open work back and writes its last checkpoint.
  return { url: databaseUrl, databaseUrl, port, engine: "built in", stop: () => stopChild(server, "SIGINT", 3000) };
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const rows = await ask(adminUrl, "SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rows.length === 0) await ask(adminUrl, `CREATE DATABASE ${escapeIdentifier(name)}`);
}

/** One question on a connection of its own. */
export async function ask(databaseUrl: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined); // a server that goes away must not take us with it
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Ends a server left behind on this data folder and removes its cluster, wherever it lies. */
export async function removePostgres(dataDir: string): Promise<void> {
  const folder = await clusterFolder(dataDir, await serverUser());
  await clearStaleLock(folder);
  await rm(folder, { recursive: true, force: true });
  await rm(`${folder}.ready`, { force: true });
}
