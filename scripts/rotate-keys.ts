import { furnish } from "@/lib/house";
import { loadConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, systemContext } from "@/lib/platform/db";
import { destroyUnusedKeys, resealAll, rewrapDataKeys, rotateDataKey } from "@/lib/platform/sealing";

const usage = "Say what: npm run rotate-keys -- wrap (after a new first key in FIELD_KEYS), -- data (a new data key), or -- go-on (after a crash).";
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm run rotate-keys -- <wrap|data|go-on>`: docs/runbooks/rotate-keys.md. Safe to repeat, and to run while the app serves. */
try {
  const [what = ""] = process.argv.slice(2);
  if (!["wrap", "data", "go-on"].includes(what)) throw new Error(usage);
  await loadConfig();
  // Knows which columns are sealed.
  furnish();
  const ctx = systemContext("rotate-keys");
  say(`${(await rewrapDataKeys(ctx)).rewrapped} data keys are wrapped with the first key of FIELD_KEYS.`);
  if (what === "data") {
    const { from, to } = await rotateDataKey(ctx);
    say(`New values are sealed with ${to}${from ? `; ${from} is retired` : ""}.`);
  }
  if (what !== "wrap") {
    const { resealed } = await resealAll(ctx, { onStep: (step) => say(`${step.column}: ${step.resealed} sealed anew${step.done ? ", done" : ""}`) });
    say(`${resealed} values were sealed anew.`);
    const { destroyed, inUse, resting } = await destroyUnusedKeys(ctx);
    for (const id of destroyed) say(`${id} is destroyed: nothing uses it.`);
    for (const [id, count] of Object.entries(inUse)) say(`${id} still holds ${count} values. Run this again.`);
    if (resting > 0) say(`${resting} retired keys rest for an hour first; the nightly job or "go-on" destroys them.`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? ((error as { internal?: string }).internal ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
  await closePool();
}
