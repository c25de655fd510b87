import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// Plain JavaScript on purpose: any Node from 20 on must be able to run this before anything is installed.

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".installed-from");

/** Says one sentence and ends. */
function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** True when what is installed is what the lock file asks for. */
function isInstalled() {
  const lock = read(path.join(root, "package-lock.json")) ?? giveUp("package-lock.json is missing: check the project out again.");
  const digest = createHash("sha256").update(lock).update(process.platform + process.arch).digest("hex");
  if (!existsSync(path.join(modules, ".bin/node"))) return false;
  if (read(stamp) === digest) return true;
  // Somebody may have run `npm ci` by hand: npm keeps a list of what it put there.
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(read(path.join(modules, ".package-lock.json")) ?? '{"packages":{}}').packages;
  const same = Object.entries(wanted).every(([name, { version, optional }]) => name === "" || optional || present[name]?.version === version);
  if (same) keep(digest);
  return same;
}

function keep(digest) {
  try {
    writeFileSync(stamp, digest);
  } catch {
    // A read-only node_modules works as well; the check is then made every time.
  }
}

/** Runs `npm ci` when packages are missing or stale. Nothing but the npm registry is asked. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < 20) giveUp(`Node ${process.versions.node} is too old: install Node 20 or newer, then run this again.`);
  if (isInstalled()) return;
  console.log("Installing packages (once; about a minute) …");
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_SKIP_POSTINSTALL_GENERATE: "1", NEXT_TELEMETRY_DISABLED: "1" };
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...before] = npm;
  const { code, said } = await run(command, [...before, "ci", "--no-audit", "--no-fund"], env);
  if (/ENOSPC|no space left/i.test(said)) giveUp("The disk is full: free about 2 GB, then run this again.");
  if (/EACCES|EPERM|permission denied/i.test(said)) giveUp("Permission is missing to write node_modules: give this folder to your user (chown -R), then run this again.");
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED/.test(said)) giveUp("The npm registry cannot be reached: connect to the network, then run this again.");
  if (code !== 0) giveUp("The packages could not be installed: npm's own words are above.");
  if (!isInstalled()) giveUp("npm ci ended well, but packages are missing: remove node_modules, then run this again.");
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-50_000);
      process.stderr.write(chunk);
    });
    child.on("error", () => giveUp(`\`${command}\` is not on PATH: install Node with npm, then run this again.`));
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Hands over to the project's own Node. Signals pass through; its exit code becomes ours. */
export function handOver(script, args) {
  const bin = path.join(modules, ".bin");
  const node = path.join(bin, "node");
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(node, ["--import", "tsx", script, ...args], { cwd: root, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm that is killed leaves us behind; then there is nobody left to work for.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  child.on("error", (error) => giveUp(`The project's own Node could not be started (${error.message}): remove node_modules, then run this again.`));
  child.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}
