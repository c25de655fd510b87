import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

const ignored = new Set(["node_modules", "generated", ".DS_Store"]);

/** One digest over the names and contents of files and folders. What is missing counts as empty. */
export async function digestOf(root: string, names: readonly string[], salt: string): Promise<string> {
  const hash = createHash("sha256").update(salt);
  for (const name of names) {
    for (const file of await filesBelow(path.join(root, name))) {
      hash.update(`\0${path.relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesBelow(place: string): Promise<string[]> {
  const info = await stat(place).catch(() => undefined);
  if (!info) return [];
  if (info.isFile()) return [place];
  const entries = (await readdir(place)).filter((entry) => !ignored.has(entry)).sort();
  return (await Promise.all(entries.map((entry) => filesBelow(path.join(place, entry))))).flat();
}
