import { loadConfig, config } from "@/lib/platform/config";
import { lookIntoDatabase, lookIntoFiles, tellOf } from "./exposure/look";

/**
 * `npm run exposure -- [files or folders …]`: looks for card numbers and readable tax ids in the whole database, and in the logs and other
 * files that are named. Ends with 1 when it finds any. Reads only. See docs/pci.md.
 */
try {
  await loadConfig();
  const places = process.argv.slice(2);
  const found = [...(await lookIntoDatabase(config().DATABASE_URL)), ...(await Promise.all(places.map((place) => lookIntoFiles(place)))).flat()];
  for (const one of found) process.stdout.write(`${tellOf(one)}\n`);
  process.stdout.write(found.length === 0 ? `Nothing found in the database${places.length > 0 ? ` and ${places.length} other places` : ""}.\n` : `${found.length} found.\n`);
  if (found.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
