import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { LocalProblem } from "./problem";

const run = promisify(execFile);

/** Takes a folder for this process. @returns what gives it back @throws LocalProblem when a living copy has it */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "lock");
  const holder = Number(await readFile(file, "utf8").catch(() => ""));
  if (holder && holder !== process.pid && (await isOurs(holder))) {
    throw new LocalProblem(`DirectFanz is already running here (process ${holder}): use that one, or end it with \`kill ${holder}\`.`);
  }
  await rm(file, { force: true });
  await writeFile(file, String(process.pid), { flag: "wx" });
  return () => rm(file, { force: true });
}

/** An id alone proves nothing: ids are used again. */
async function isOurs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  try {
    return (await run("ps", ["-ww", "-o", "args=", "-p", String(pid)])).stdout.includes("local/up.ts");
  } catch {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).includes("local/up.ts");
  }
}
