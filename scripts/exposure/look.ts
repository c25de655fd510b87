import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { type Sighting, sightingsIn } from "./patterns";

export interface Exposure extends Sighting {
  /** A table, or a file with its line. */
  where: string;
}

/** At so many a place is bad enough; the rest adds nothing. */
const enough = 20;

/** Looks through every row of every table, the queue's and the books' included. Reads only. */
export async function lookIntoDatabase(databaseUrl: string, known: readonly string[] = []): Promise<Exposure[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>("SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1");
    // The server sorts out rows without a long run of digits; what is left is looked at here.
    const rough = `([0-9][ -]?){12}[0-9]|[0-9]{3}-[0-9]{2}-[0-9]{4}${known.map((id) => `|${id}`).join("")}`;
    const found: Exposure[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t WHERE t::text ~ $1 LIMIT 100000`, [rough]);
      found.push(...rows.flatMap(({ row }) => sightingsIn(row, known).map((one) => ({ ...one, where: name }))).slice(0, enough));
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Looks through every line of every file below a folder, or of one file: logs, sent mails, reported errors, stored objects. */
export async function lookIntoFiles(place: string, known: readonly string[] = []): Promise<Exposure[]> {
  const found: Exposure[] = [];
  for (const file of await filesOf(place)) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file, "latin1"), crlfDelay: Infinity })) {
      number += 1;
      found.push(...sightingsIn(line, known).map((one) => ({ ...one, where: `${file}:${number}` })));
      if (found.length >= enough) return found;
    }
  }
  return found;
}

async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch((error: unknown) => ((error as NodeJS.ErrnoException).code === "ENOTDIR" ? undefined : []));
  return entries === undefined ? [place] : entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

export const tellOf = ({ where, kind, shown }: Exposure): string => `${where}: a ${kind}, ${shown}`;
