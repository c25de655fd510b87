import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Which port each service had last time: kept so that links and bookmarks go on working. */
export interface Ports {
  get(name: string): number | undefined;
  set(name: string, port: number): void;
  save(): Promise<void>;
}

export async function rememberPorts(dataDir: string): Promise<Ports> {
  const file = path.join(dataDir, "ports.json");
  const text = await readFile(file, "utf8").catch(() => "{}");
  const ports = new Map(Object.entries(JSON.parse(text) as Record<string, number>));
  return {
    get: (name) => ports.get(name),
    set: (name, port) => ports.set(name, port),
    save: async () => {
      await mkdir(dataDir, { recursive: true });
      await writeFile(file, JSON.stringify(Object.fromEntries(ports)));
    },
  };
}
