import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { LocalProblem } from "../support/problem";
import { root, runNode, tail, tools } from "./command";
import { digestOf } from "./files";

const target = path.join(root, "lib/platform/db/generated");
const stamp = path.join(target, ".schema");

/** Generates the database client when the schema has changed. @returns whether it did @throws LocalProblem */
export async function generateClient(): Promise<boolean> {
  const digest = await digestOf(root, ["prisma/schema", "node_modules/prisma/package.json"], "client");
  const known = await readFile(stamp, "utf8").catch(() => "");
  if (known === digest && existsSync(path.join(target, "client.ts"))) return false;
  const { code, output } = await runNode([tools.prisma, "generate"]);
  if (code !== 0) throw new LocalProblem(`The database client could not be generated:\n${tail(output)}`);
  await writeFile(stamp, digest);
  return true;
}
