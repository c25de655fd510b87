import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { inject } from "vitest";
import { config } from "@/lib/platform/config";

/** What the webhook process is told: an event as the provider signs it, or to work the queues. */
export type Told = { payload: string; signature: string } | "work";

const here = import.meta.dirname;
const root = path.resolve(here, "../..");

/** The settings of this test's world, as another process finds them in its environment. */
export function environment(changes: Record<string, string> = {}): NodeJS.ProcessEnv {
  // What is parsed into more than a word is passed on as it was written.
  const written = inject("cloud").parameters as unknown as Record<string, string>;
  const settings = Object.entries<string | number | boolean | object | undefined>(config()).filter(([, value]) => value !== undefined).map(([key, value]) => [key, typeof value === "object" ? (written[key] ?? "") : String(value ?? "")]);
  return { PATH: process.env.PATH, NODE_ENV: "test", ...(Object.fromEntries(settings) as Record<string, string>), ...changes };
}

export interface WebhookProcess {
  /** The status it answered an event with. */
  takes: (told: { payload: string; signature: string }) => Promise<number>;
  works: () => void;
  /** kill -9, and waits until it is gone. */
  kill: () => Promise<void>;
}

/** Starts the webhook of a server in a process of its own, ready when this returns. */
export async function startWebhookProcess(changes: Record<string, string> = {}): Promise<WebhookProcess> {
  const child = fork(path.join(here, "webhook-process.ts"), { cwd: root, execArgv: ["--import", "tsx"], env: environment(changes), stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await answerOf(child);
  return {
    takes: async (told) => {
      child.send(told);
      return Number(await answerOf(child));
    },
    works: () => void child.send("work" satisfies Told),
    kill: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const died = once(child, "exit", { signal: ended.signal }).then(() => Promise.reject(new Error("the process ended before it answered")));
  try {
    const [answer] = (await Promise.race([once(child, "message", { signal: ended.signal }), died])) as unknown[];
    return answer;
  } finally {
    ended.abort();
    await died.catch(() => undefined);
  }
}

/** Runs one of our scripts in this test's world, as `npm run` would. */
export async function runScript(file: string, changes: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", file], { cwd: root, env: environment(changes), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}
