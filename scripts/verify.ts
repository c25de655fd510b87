import { rm } from "node:fs/promises";
import path from "node:path";
import { buildApp } from "@/local/app/build";
import { root, runNode, tail, tools } from "@/local/app/command";
import { generateClient } from "@/local/app/generate";
import { explain } from "@/local/support/problem";
import { watchForTheEnd } from "@/local/support/shutdown";
import { seconds } from "@/local/support/steps";
import { findBrowser, howToGetOne } from "@/e2e/support/browser";
import { one, playwrightCount, vitestCount, type Count } from "./reports";

interface Stage {
  name: string;
  run: () => Promise<Count>;
}

interface Finished extends Count {
  name: string;
  milliseconds: number;
}

const reports = path.join(root, ".local/reports");
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** A tool that says yes or no. What it has to say is shown when it says no. */
async function check(args: readonly string[]): Promise<Count> {
  const { code, output } = await runNode(args);
  if (code !== 0) say(tail(output, 200));
  return one(code === 0);
}

async function step(work: () => Promise<boolean>): Promise<Count> {
  try {
    say((await work()) ? "made anew" : "unchanged");
    return one(true);
  } catch (error) {
    say(explain(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return one(false);
  }
}

async function vitest(): Promise<Count> {
  const file = path.join(reports, "vitest.json");
  await rm(file, { force: true });
  const { code } = await runNode([tools.vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], { show: true });
  return vitestCount(file, code);
}

async function e2e(): Promise<Count> {
  if (!findBrowser()) {
    say(howToGetOne);
    return one(false);
  }
  const file = path.join(reports, "playwright.json");
  await rm(file, { force: true });
  const { code } = await runNode([tools.playwright, "test", "--reporter=list,json"], { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  return playwrightCount(file, code);
}

const types: Stage = { name: "types", run: () => check([tools.tsc, "-p", "tsconfig.all.json", "--noEmit"]) };
/** Without a cache: rules that know types judge a file by others too, and a file that did not change would be passed over. */
const lint: Stage = { name: "lint", run: () => check([tools.eslint, ".", "--max-warnings", "0"]) };
/** Stages of one row run side by side; each uses one core. */
const rows: Stage[][] = [
  [{ name: "generate", run: () => step(generateClient) }],
  [types, lint],
  [{ name: "guards, unit, integration", run: vitest }],
  [{ name: "build", run: () => step(buildApp) }],
  [{ name: "e2e", run: e2e }],
];

async function finish({ name, run }: Stage): Promise<Finished> {
  const started = performance.now();
  const count = await run().catch((error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return one(false);
  });
  const milliseconds = performance.now() - started;
  say(`${count.failed === 0 ? "✓" : "✗"} ${name}  ${seconds(milliseconds)}`);
  return { name, milliseconds, ...count };
}

function summary(stages: readonly Finished[]): string {
  const total = (key: keyof Count): number => stages.reduce((sum, stage) => sum + stage[key], 0);
  const lines = stages.map(({ name, milliseconds, passed, failed, skipped }) => `  ${failed === 0 ? "✓" : "✗"} ${name.padEnd(28)}${seconds(milliseconds).padStart(9)}  ${passed} passed${failed ? `, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""}`);
  const skipped = total("skipped");
  return `\n${lines.join("\n")}\n\n${total("passed")} passed, ${total("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

const shutdown = watchForTheEnd();
const finished: Finished[] = [];
for (const row of rows) {
  say(`\n— ${row.map(({ name }) => name).join(" · ")}`);
  finished.push(...(await Promise.all(row.map(finish))));
}
say(summary(finished));
await shutdown.exit(finished.some(({ failed }) => failed > 0) ? 1 : 0);
