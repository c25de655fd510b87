import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { LocalProblem } from "../support/problem";
import { root, runNode, tail, tools } from "./command";
import { digestOf } from "./files";

interface Product {
  /** What it is, for the person who waits. */
  what: string;
  /** Made from these files and folders. */
  sources: string[];
  target: string;
  /** Keeps the digest of the sources it was made from. */
  stamp: string;
  command: string[];
}

const database: Product = {
  what: "database client",
  sources: ["prisma/schema", "node_modules/prisma/package.json"],
  target: path.join(root, "lib/platform/db/generated/client.ts"),
  stamp: path.join(root, "lib/platform/db/generated/.schema"),
  command: [tools.prisma, "generate"],
};

const api: Product = {
  what: "API client",
  sources: ["app/api", "lib", "scripts/generate-api.ts", "node_modules/openapi-typescript/package.json"],
  target: path.join(root, "app/_client/schema.d.ts"),
  stamp: path.join(root, "node_modules/.cache/directfanz-api"),
  command: ["--import", "tsx", "scripts/generate-api.ts"],
};

/** Makes what the compiler needs and git does not keep, when its sources have changed. @returns whether anything was made @throws LocalProblem */
export async function generateClient(): Promise<boolean> {
  const first = await make(database);
  return (await make(api)) || first;
}

async function make({ what, sources, target, stamp, command }: Product): Promise<boolean> {
  const digest = await digestOf(root, sources, "client");
  const known = await readFile(stamp, "utf8").catch(() => "");
  if (known === digest && existsSync(target)) return false;
  const { code, output } = await runNode(command);
  if (code !== 0) throw new LocalProblem(`The ${what} could not be generated:\n${tail(output)}`);
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, digest);
  return true;
}
