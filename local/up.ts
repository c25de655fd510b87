import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { migrate } from "@/lib/platform/db/migrate";
import { buildApp } from "./app/build";
import { root } from "./app/command";
import { generateClient } from "./app/generate";
import { seed, type Account } from "./app/seed";
import { serveApp } from "./app/serve";
import { startCloud, type Cloud } from "./cloud";
import { removePostgres } from "./postgres";
import { readCrons, startScheduler } from "./scheduler";
import { isPortFree } from "./support/http";
import { takeLock } from "./support/lock";
import { explain, LocalProblem } from "./support/problem";
import { watchForTheEnd, type Shutdown } from "./support/shutdown";
import { seconds, terminalSteps } from "./support/steps";

interface Options {
  port: number;
  mode: "start" | "dev";
  fresh: boolean;
  databaseUrl: string | undefined;
}

/** LOCAL_DIR: a second world beside the first, from the same checkout. */
const dataDir = path.resolve(root, process.env.LOCAL_DIR || ".local");
const logFile = path.join(dataDir, "logs/app.log");

function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const known = ["--fresh", "--dev"];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new LocalProblem(`"${unknown}" is not known here: use \`npm start\`, \`npm start -- --fresh\`, or \`npm run dev\`.`);
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new LocalProblem("PORT must be a number from 1 to 65535.");
  return { port, mode: args.includes("--dev") ? "dev" : "start", fresh: args.includes("--fresh"), databaseUrl: env.DATABASE_URL || undefined };
}

/** The cloud, the database, the world, the app and its scheduler, each step said as it is done. */
async function up(shutdown: Shutdown): Promise<void> {
  const started = performance.now();
  const { port, mode, fresh, databaseUrl } = readOptions(process.argv.slice(2), process.env);
  const appUrl = `http://localhost:${port}`;
  shutdown.add(await takeLock(dataDir));
  if (!(await isPortFree(port))) throw new LocalProblem(`Port ${port} is taken: stop what listens there, or choose another with PORT=${port + 100} npm start.`);
  if (fresh) await wipe();

  const steps = terminalSteps();
  process.stdout.write("\nDirectFanz\n\n");
  await steps.run("database client", generateClient, (made) => (made ? "generated" : "unchanged"));
  const cloud = await startCloud({ dataDir, appUrl, databaseUrl, onStep: steps.done });
  shutdown.add(cloud.stop);
  await steps.run("migrations", () => migrate(cloud.parameters.DATABASE_URL), (applied) => (applied.length > 0 ? `${applied.length} applied` : "none new"));
  const accounts = await steps.run("world", () => seed(cloud.env), (made) => `${made.length} accounts`);
  if (mode === "start") await steps.run("build", buildApp, (built) => (built ? "built" : "unchanged"));
  const app = await steps.run(mode === "dev" ? "app (dev)" : "app", () => serveApp({ env: cloud.env, port, mode, logFile }));
  shutdown.add(app.stop);
  void app.died.then((words) => {
    if (!shutdown.ending) void fail(new LocalProblem(`The app ended by itself; its last words:\n${words}`), shutdown);
  });

  const jobs = await readCrons(path.join(root, "vercel.json"));
  const scheduler = startScheduler({ appUrl: app.url, secret: cloud.parameters.CRON_SECRET, jobs, onFailure: (job, reason) => process.stdout.write(`  ! ${job.path}: ${reason}\n`) });
  shutdown.add(scheduler.stop);
  steps.done("scheduler", `${jobs.length} jobs`, 0);
  process.stdout.write(summary({ appUrl, accounts, cloud, milliseconds: performance.now() - started }));
}

/** Everything kept on this machine goes, but the lock we hold. A server left behind on it is ended first. */
async function wipe(): Promise<void> {
  await removePostgres(path.join(dataDir, "postgres"));
  for (const name of ["postgres", "redis", "s3", "ssm", "stripe", "sendgrid", "sentry", "oidc", "logs", "secrets.json", "ports.json"]) {
    await rm(path.join(dataDir, name), { recursive: true, force: true });
  }
}

function summary({ appUrl, accounts, cloud, milliseconds }: { appUrl: string; accounts: Account[]; cloud: Cloud; milliseconds: number }): string {
  const width = Math.max(...accounts.map(({ email }) => email.length), 0);
  const rows = [
    ["App", appUrl],
    ["Mail inbox", cloud.urls.sendgrid],
    ["Stripe", `${cloud.urls.stripe}/_double`],
    ["Errors", cloud.urls.sentry],
    ["Redis", cloud.engines.redis],
    ["PostgreSQL", cloud.engines.postgres],
    ["App's log", path.relative(process.cwd(), logFile)],
  ];
  const places = rows.map(([name = "", value = ""]) => `  ${name.padEnd(12)}${value}`);
  const people = accounts.map(({ role, email, password }) => `  ${role.padEnd(12)}${email.padEnd(width)}  ${password}`);
  return `\nReady in ${seconds(milliseconds)}. Ctrl-C ends everything.\n\n${places.join("\n")}\n\n${people.join("\n")}\n\n`;
}

/** One sentence where one will do; else the trace goes to a file. */
async function fail(error: unknown, shutdown: Shutdown): Promise<never> {
  if (shutdown.ending) return shutdown.exit(1);
  const sentence = explain(error);
  if (sentence !== undefined) {
    process.stderr.write(`\n${sentence}\n`);
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const file = path.join(dataDir, "logs/start.log");
    const kept = await mkdir(path.dirname(file), { recursive: true }).then(() => writeFile(file, trace)).then(() => true, () => false);
    process.stderr.write(`\nDirectFanz could not start: ${error instanceof Error ? error.message : String(error)} (${kept ? `details in ${path.relative(process.cwd(), file)}` : trace})\n`);
  }
  return shutdown.exit(1);
}

const shutdown = watchForTheEnd();
process.on("uncaughtException", (error) => void fail(error, shutdown));
process.on("unhandledRejection", (error) => void fail(error, shutdown));
up(shutdown).catch((error: unknown) => fail(error, shutdown));
