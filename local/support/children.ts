import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";

/**
 * Every process this one starts. Each leads a group of its own, so Ctrl-C reaches only us and we end them in order.
 * A tiny shell holds their ids and a pipe to us: should we die without a word (kill -9), the pipe closes and it ends them.
 */
const living = new Set<ChildProcess>();
let warden: ChildProcess | undefined;

const wardenScript = `trap '' INT TERM HUP
pids=" "
while read -r sign pid; do
  case "$sign" in
    +) pids="$pids$pid " ;;
    -) pids=$(printf '%s' "$pids" | sed "s/ $pid / /") ;;
  esac
done
[ -n "$(printf '%s' "$pids" | tr -d ' ')" ] || exit 0
for pid in $pids; do kill -INT "-$pid"; done
sleep 3
for pid in $pids; do kill -KILL "-$pid"; done`;

function tellWarden(line: string): void {
  if (process.platform === "win32") return;
  warden ??= startWarden();
  warden.stdin?.write(`${line}\n`);
}

function startWarden(): ChildProcess {
  const shell = spawn("/bin/sh", ["-c", wardenScript], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  (shell.stdin as unknown as { unref?: () => void }).unref?.();
  shell.unref();
  return shell;
}

/** Starts a process that will not outlive this one. */
export function startChild(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
  const { pid } = child;
  if (pid === undefined) return child; // it could not be started; its "error" event says why
  living.add(child);
  tellWarden(`+ ${pid}`);
  child.once("exit", () => {
    living.delete(child);
    tellWarden(`- ${pid}`);
  });
  return child;
}

export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Resolves when the process has ended; false when it is still there after `milliseconds`. */
export function ended(child: ChildProcess, milliseconds: number): Promise<boolean> {
  if (hasEnded(child)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** Asks the process group to end, and insists after `patience` milliseconds. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM", patience = 2500): Promise<void> {
  if (hasEnded(child)) return;
  signalGroup(child, signal);
  if (await ended(child, patience)) return;
  signalGroup(child, "SIGKILL");
  await ended(child, 1000);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/** The last resort of a stop that takes too long. */
export function killAllChildren(): void {
  for (const child of living) signalGroup(child, "SIGKILL");
}

/** Runs a command to its end. @returns its exit code; a signal counts as 1 */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
