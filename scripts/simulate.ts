import { parseArgs } from "node:util";
import type { Course, Plan } from "./simulate/days";
import { wire } from "./simulate/crash";

/**
 * `npm run simulate -- --months 24 --creators 200 --fans 5000 --seed 7`: years of the platform in minutes. People use the public API, the
 * provider's double moves the money, and everything goes wrong that can: cards refused, webhooks lost, doubled, late and out of order,
 * calls that fail before or after they were carried out, processes that die at any statement or call. At the end the books must be whole.
 * `--crashes 0` and `--calm` leave those out. The same seed plays the same people, banks and faults again; with `--lanes 1`, where nobody
 * acts at the same time as another, in the same order too.
 */
const { values } = parseArgs({
  options: { months: { type: "string", default: "3" }, creators: { type: "string", default: "20" }, fans: { type: "string", default: "200" }, seed: { type: "string", default: "1" }, crashes: { type: "string", default: "0.01" }, calm: { type: "boolean", default: false }, lanes: { type: "string", default: "6" }, places: { type: "boolean", default: false } },
});
const whole = (name: "months" | "creators" | "fans" | "seed" | "lanes"): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number, 1 or more`);
  return value;
};
const plan: Plan = { days: whole("months") * 30, creators: whole("creators"), fans: whole("fans"), seed: whole("seed"), crashRate: Number(values.crashes), faults: !values.calm, lanes: whole("lanes") };
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

wire();
const { openWorld } = await import("./simulate/world");
const { play } = await import("./simulate/days");
const { judge } = await import("./simulate/verdict");
const { database } = await import("@/lib/platform/db");
const { deadLetterCount } = await import("@/lib/platform/jobs");

const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1_000;
say(`Seed ${plan.seed}: ${plan.days} days, ${plan.creators} creators, ${plan.fans} fans, ${plan.faults ? "faults" : "calm"}, a process in ${plan.crashRate > 0 ? Math.round(1 / plan.crashRate) : "none"} dies.`);
const world = await openWorld(plan.days + 60);
try {
  const course = await play(world, plan, async (day, { api, crashes }) => {
    if (day % 30 !== 29) return;
    const dead = await deadLetterCount(database());
    say(`day ${day + 1} after ${seconds().toFixed(0)} s: ${api.calls} requests, ${crashes.survived} deaths, ${dead} dead letters, heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
  });
  const played = seconds();
  const { faults, figures, digest } = await judge(world);
  report(course, played, figures);
  const wrong = [...faults, ...unforeseen(course)];
  for (const fault of wrong) say(`✗ ${fault}`);
  say(wrong.length === 0 ? `✓ Whole: every cent is in the books, in the provider's too, and nobody was paid twice or short. Seed ${plan.seed}, digest ${digest}.` : `✗ Not whole. Play it again with --seed ${plan.seed}.`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await world.stop();
}

/** Answers that were our own fault, and crons that failed, but for what the faults bring: a provider that is away, and books that differ while a webhook is lost. */
function unforeseen({ api, alarms }: Course): string[] {
  const expected = /provider_failed|is not answering|our books differ from the provider's|has not booked/u;
  return [...api.faults.filter((fault) => !expected.test(fault) && !fault.startsWith("cron ")).slice(0, 20), ...[...alarms.keys()].filter((alarm) => !expected.test(alarm))];
}

function report({ api, crashes, banks, post, alarms }: Course, played: number, figures: Record<string, number | string>): void {
  for (const [name, value] of Object.entries(figures)) say(`  ${name.padEnd(36)}${String(value).padStart(14)}`);
  const sales = Object.entries(figures).filter(([name]) => name.startsWith("sales ")).reduce((sum, [, value]) => sum + Number(value), 0);
  say(`Answers: ${[...api.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`).join(", ")}`);
  say(`Banks: ${JSON.stringify(banks.did)}; post: ${post.delivered} delivered, ${JSON.stringify(post.did)}; mails: ${world.mailbox.mails}`);
  say(`Processes that died: ${crashes.survived}, in ${crashes.places.size} different places`);
  if (values.places) for (const [place, count] of [...crashes.places].sort()) say(`  ${count} × ${place}`);
  for (const [alarm, count] of alarms) say(`Alarm × ${count}: ${alarm}`);
  say(`${played.toFixed(0)} s: ${Math.round(api.calls / played)} requests/s, ${(sales / played).toFixed(1)} sales/s, ${(plan.days / played).toFixed(2)} days/s`);
}
