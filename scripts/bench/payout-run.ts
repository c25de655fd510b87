import { chmod, mkdtemp, rm } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "@/local/postgres";
import { checkLedger, faultsOf } from "@/lib/commerce/ledger";
import { runPayouts } from "@/lib/commerce/payouts";
import { parseConfig, setConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, countQueries, database, migrate, systemContext } from "@/lib/platform/db";
import { fillBooks } from "@/tests/performance/fill-books";

/** `node --import tsx scripts/bench/payout-run.ts [creators] [sales each]`: a run over filled books, killed in the middle and begun again. */
const creators = Number(process.argv[2] ?? 10_000);
const salesEach = Number(process.argv[3] ?? 17);
const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const megabytes = (): number => Math.round(process.memoryUsage().heapUsed / 1e6);

const dataDir = await mkdtemp(path.join(tmpdir(), "payout-bench-"));
await chmod(dataDir, 0o711);
const postgres = await startPostgres({ dataDir, password: randomBytes(12).toString("hex"), durable: false });
try {
  await migrate(postgres.databaseUrl);
  const secret = randomBytes(32).toString("hex");
  setConfig(parseConfig({ APP_ENV: "test", APP_URL: "http://localhost:3000", NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: secret, CRON_SECRET: secret, DATABASE_URL: postgres.databaseUrl, LOG_LEVEL: "silent" }));
  await fillBooks(database(), { creators, salesEach });
  const [{ entries }] = await database().$queryRaw<[{ entries: bigint }]>`SELECT count(*) AS entries FROM "LedgerEntry"`;
  say(`${creators} creators, ${entries} lines in the books`);

  const started = performance.now();
  const heap = [megabytes()];
  // Killed after the first batches: what was committed stays, what was not is begun again.
  const first = await runPayouts(systemContext("bench"), { until: new Date() });
  heap.push(megabytes());
  const { result, statements } = await countQueries(() => runPayouts(systemContext("bench")));
  heap.push(megabytes());
  const seconds = (performance.now() - started) / 1_000;
  const batches = Math.ceil(creators / 200);
  say(`stopped after ${first.looked}, then the rest: ${first.begun + result.begun} payouts in ${seconds.toFixed(1)} s, ${Math.round(creators / seconds)} creators/s`);
  say(`${(statements.length / (batches + 1)).toFixed(1)} statements a batch of 200; heap ${heap.join(" → ")} MB`);

  const walk = performance.now();
  const health = await checkLedger(database());
  const faults = faultsOf({ ...health, salesAstray: 0 });
  say(`walked ${health.entries} lines in ${((performance.now() - walk) / 1_000).toFixed(1)} s: ${faults.length === 0 ? "whole" : faults.join(", ")}`);
  const [{ twice }] = await database().$queryRaw<[{ twice: bigint }]>`SELECT count(*) AS twice FROM (SELECT 1 FROM "Payout" GROUP BY "creatorId" HAVING count(*) > 1) AS more`;
  say(`${twice} creators paid twice`);
  if (faults.length > 0 || twice > 0n || first.begun + result.begun !== creators) process.exitCode = 1;
} finally {
  await closeDatabase();
  await closePool();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
