import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hasEnded, startChild, stopChild } from "../support/children";
import { LocalProblem } from "../support/problem";
import { quietly, root, tail, tools } from "./command";

export interface App {
  url: string;
  /** Resolves with its last words when the app ends by itself. */
  died: Promise<string>;
  stop: () => Promise<void>;
}

export interface ServeOptions {
  env: Record<string, string>;
  port: number;
  /** `dev` rebuilds as files change, and talks in the terminal. */
  mode: "start" | "dev";
  logFile: string;
  /** How long the first answer may take, milliseconds. */
  patience?: number;
}

/** Starts the app and waits until it says that it is healthy. @throws LocalProblem with its last words */
export async function serveApp({ env, port, mode, logFile, patience = 90_000 }: ServeOptions): Promise<App> {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const args = [tools.next, mode, "-p", String(port)];
  const settings: NodeJS.ProcessEnv = { ...process.env, ...quietly, ...env, PORT: String(port), NODE_ENV: mode === "dev" ? "development" : "production" };
  const child = startChild(process.execPath, args, { cwd: root, env: settings, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const [stream, terminal] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const) {
    stream?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      log.write(chunk);
      if (mode === "dev") terminal.write(chunk);
    });
  }
  const died = new Promise<string>((resolve) => child.once("close", () => resolve(tail(said, 20))));
  const stop = (): Promise<void> => stopChild(child, "SIGTERM", 1500);
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + patience;
  let answer = "no answer";
  while (Date.now() < deadline && !hasEnded(child)) {
    answer = await health(url);
    if (answer === "") return { url, died, stop };
    await wait(150);
  }
  await stop();
  throw new LocalProblem(`The app did not become healthy (${answer}); its last words:\n${tail(said, 20)}`);
}

/** Empty when healthy; else what is wrong. */
async function health(url: string): Promise<string> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(20_000), redirect: "manual" });
    const body = await response.text();
    return response.ok ? "" : `${response.status} ${body.slice(0, 300)}`;
  } catch (error) {
    return error instanceof Error && error.name !== "TypeError" ? error.message : "no answer";
  }
}
