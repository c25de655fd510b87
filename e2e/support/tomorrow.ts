import { fundShield } from "@/lib/commerce/disputes";
import { days, later } from "@/lib/platform/clock";
import { parseConfig, setConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, createContext, system } from "@/lib/platform/db";

/** What tomorrow's cron does for the shield with today's sales: a world that is an hour old has no yesterday. */
setConfig(parseConfig({ ...process.env, APP_ENV: "test", LOG_LEVEL: "silent" }));
const set = await fundShield(createContext({ actor: system("cron:fund-shield"), now: later(new Date(), days(1)) }));
process.stdout.write(`${JSON.stringify(set)}\n`);
await closeDatabase();
await closePool();
