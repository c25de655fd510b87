import { checkLedger, faultsOf } from "@/lib/commerce/ledger";
import { loadConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, database } from "@/lib/platform/db";

/** `npm run ledger:verify`: walks all books; ends with 1 when anything does not add up. See docs/runbooks/ledger-in-doubt.md. */
try {
  await loadConfig();
  const health = await checkLedger(database());
  const faults = faultsOf(health);
  process.stdout.write(`${health.transactions} transactions, ${health.entries} lines: ${faults.length === 0 ? "whole" : faults.join(", ")}\n`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
  await closePool();
}
