import { ensureInstalled, handOver } from "./bootstrap.mjs";

await ensureInstalled();
handOver("scripts/verify.ts", process.argv.slice(2));
