import { loadConfig } from "@/lib/platform/config";
import { closePool } from "@/lib/platform/db";
import { boss, deadLetters } from "@/lib/platform/jobs";

/** `npm run redrive`: sends every dead letter back to the lane it came from, to be tried anew. See docs/runbooks/queue-is-stuck.md. */
try {
  await loadConfig();
  const moved = await boss().redrive(deadLetters);
  process.stdout.write(moved === 1 ? "1 job goes back to its lane.\n" : `${moved} jobs go back to their lanes.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
