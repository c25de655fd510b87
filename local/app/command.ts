import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { exitCodeOf, startChild } from "../support/children";

/** The checkout this runs in. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Settings every tool here is run with: nothing is downloaded, nothing is reported home. */
export const quietly: Record<string, string> = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  // `prisma generate` looks for an engine it never runs; node's own path keeps it from downloading one.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/** The script behind a command of node_modules/.bin, to be run by this very node. */
export const tools = {
  prisma: "node_modules/prisma/build/index.js",
  next: "node_modules/next/dist/bin/next",
  eslint: "node_modules/eslint/bin/eslint.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
} as const;

export interface Outcome {
  code: number;
  /** stdout and stderr as they came, the last 200 kB. */
  output: string;
  /** stdout alone, the last 200 kB. */
  stdout: string;
}

export interface CommandOptions {
  env?: Record<string, string>;
  /** Also written here. */
  logFile?: string;
  /** Also shown in the terminal. */
  show?: boolean;
}

/** Runs node with these arguments in the checkout, to the end. */
export async function runNode(args: readonly string[], { env = {}, logFile, show = false }: CommandOptions = {}): Promise<Outcome> {
  if (logFile) await mkdir(path.dirname(logFile), { recursive: true });
  const log = logFile ? createWriteStream(logFile) : undefined;
  const child = startChild(process.execPath, args, { cwd: root, env: { ...process.env, ...quietly, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let stdout = "";
  const keep = (text: string, chunk: Buffer): string => (text + chunk.toString()).slice(-200_000);
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout = keep(stdout, chunk);
  });
  for (const [stream, terminal] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const) {
    stream?.on("data", (chunk: Buffer) => {
      output = keep(output, chunk);
      log?.write(chunk);
      if (show) terminal.write(chunk);
    });
  }
  const code = await exitCodeOf(child);
  log?.end();
  return { code, output, stdout };
}

/** The last lines of a text: what one reads first when something failed. */
export function tail(text: string, lines = 40): string {
  return text.trimEnd().split("\n").slice(-lines).join("\n");
}
