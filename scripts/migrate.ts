import { loadConfig } from "@/lib/platform/config";
import { migrate } from "@/lib/platform/db/migrate";

/** `npm run migrate`: brings the database of the loaded configuration up to this checkout's migrations. Safe to repeat. */
try {
  const { DATABASE_URL } = await loadConfig();
  const applied = await migrate(DATABASE_URL);
  process.stdout.write(applied.length > 0 ? `Applied ${applied.join(", ")}.\n` : "Nothing to apply: the database is up to date.\n");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
