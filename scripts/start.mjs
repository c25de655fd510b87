import { ensureInstalled, handOver } from "./bootstrap.mjs";

await ensureInstalled();
handOver("local/up.ts", process.argv.slice(2));
