import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { LocalProblem } from "../support/problem";
import { root, runNode, tail, tools } from "./command";
import { digestOf } from "./files";

/** All that a build is made of. */
const sources = ["app", "lib", "public", "types", "prisma/schema", "middleware.ts", "instrumentation.ts", "instrumentation-client.ts", "next.config.mjs", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"];
const stamp = path.join(root, ".next/built-from");

/** Builds the app unless a build of these very sources is there. @returns whether it did @throws LocalProblem with the builder's words */
export async function buildApp(): Promise<boolean> {
  const digest = await digestOf(root, sources, process.version);
  if ((await readFile(stamp, "utf8").catch(() => "")) === digest && (await readFile(path.join(root, ".next/BUILD_ID"), "utf8").catch(() => ""))) return false;
  await rm(stamp, { force: true });
  const { code, output } = await runNode([tools.next, "build"], { env: { NODE_ENV: "production" }, logFile: path.join(root, ".local/logs/build.log") });
  if (code !== 0) {
    if (/ENOSPC|No space left/.test(output)) throw Object.assign(new Error(output), { code: "ENOSPC", path: ".next" });
    throw new LocalProblem(`The app could not be built:\n${tail(output)}`);
  }
  await writeFile(stamp, digest);
  return true;
}
