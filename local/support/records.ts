import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";

/** An append-only list of JSON rows kept in one file, so that a restart remembers them. */
export interface Records<Row> {
  all(): readonly Row[];
  add(row: Row): Promise<void>;
  clear(): Promise<void>;
}

/** Opens the list. A last line cut off by a crash is dropped. */
export async function openRecords<Row>(file: string): Promise<Records<Row>> {
  await mkdir(path.dirname(file), { recursive: true });
  const rows = parseRows<Row>(await readFile(file, "utf8").catch(() => ""));
  let writing: Promise<void> = Promise.resolve();
  const inOrder = (work: () => Promise<void>): Promise<void> => (writing = writing.catch(() => undefined).then(work));
  return {
    all: () => rows,
    add: (row) => {
      rows.push(row);
      return inOrder(() => appendFile(file, `${JSON.stringify(row)}\n`));
    },
    clear: () => {
      rows.length = 0;
      return inOrder(() => rm(file, { force: true }));
    },
  };
}

function parseRows<Row>(text: string): Row[] {
  const rows: Row[] = [];
  for (const line of text.split("\n")) {
    if (!line) continue;
    try {
      rows.push(JSON.parse(line) as Row);
    } catch {
      break;
    }
  }
  return rows;
}
