import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/lib/platform/db/migrate";
import { buildApp } from "@/local/app/build";
import { seed } from "@/local/app/seed";
import { serveApp } from "@/local/app/serve";
import { startCloud } from "@/local/cloud";
import { readCrons, startScheduler } from "@/local/scheduler";
import { root } from "@/local/app/command";
import { freePort } from "@/local/support/http";
import { explain } from "@/local/support/problem";
import { watchForTheEnd } from "@/local/support/shutdown";
import type { World } from "./types";

/**
 * A process that is the world the journeys take place in: cloud, database, seed, app and scheduler, in a folder of its own.
 * It says where everything is in one line of JSON, and ends when its stdin does.
 */
const shutdown = watchForTheEnd();
process.stdin.on("end", () => void shutdown.exit(0)).resume();

async function start(): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "directfanz-e2e-"));
  await chmod(dataDir, 0o711); // the database server may run as another user
  shutdown.add(() => rm(dataDir, { recursive: true, force: true }));
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  await buildApp();
  const cloud = await startCloud({ dataDir, appUrl, durable: false });
  shutdown.add(cloud.stop);
  await migrate(cloud.parameters.DATABASE_URL);
  const accounts = await seed(cloud.env);
  const log = path.join(root, "test-results/app.log");
  const app = await serveApp({ env: cloud.env, port, mode: "start", logFile: log });
  shutdown.add(app.stop);
  const scheduler = startScheduler({ appUrl, secret: cloud.parameters.CRON_SECRET, jobs: await readCrons(path.join(root, "vercel.json")) });
  shutdown.add(scheduler.stop);
  return { appUrl, accounts, urls: cloud.urls, parameters: cloud.parameters, written: { log, data: dataDir } };
}

try {
  process.stdout.write(`${JSON.stringify(await start())}\n`);
} catch (error) {
  process.stderr.write(`${explain(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  await shutdown.exit(1);
}
