import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "./json";
import { emptyTables, type TableName, type Tables } from "./tables";

/** The platform's own objects; connected accounts are named by their id. */
export const platform = "platform";

/** One changed row: account, table, id, and the row (null: removed). */
type Entry = [account: string, table: TableName, id: string, row: unknown];

/** Only these hold decimals that are read again; reviving the long list of events would only cost time. */
const withDecimals: ReadonlySet<TableName> = new Set<TableName>(["invoices", "pendingLines", "pendingUpdates", "plans", "prices", "subscriptions"]);

/**
 * All state, in memory, kept in `journal.ndjson`: one line per commit, so that a commit is whole or absent.
 * On opening, the journal is folded into a fresh file that replaces it by rename.
 */
export class Store {
  private readonly accounts = new Map<string, Tables>();
  private readonly file: string | undefined;
  /** The tables with something to keep, so that a commit costs what was changed and not what there is. */
  private readonly dirty = new Set<string>();

  /** @param dataDir null: nothing is kept beyond this process */
  constructor(dataDir: string | null) {
    if (dataDir === null) return;
    mkdirSync(dataDir, { recursive: true });
    this.file = join(dataDir, "journal.ndjson");
    this.load(this.file);
    this.compact(this.file);
  }

  tables(account: string): Tables {
    const known = this.accounts.get(account);
    if (known) return known;
    const fresh = emptyTables();
    for (const name of tableNames(fresh)) fresh[name].onChange = () => this.dirty.add(`${account} ${name}`);
    this.accounts.set(account, fresh);
    return fresh;
  }

  get platform(): Tables {
    return this.tables(platform);
  }

  accountNames(): string[] {
    return [...this.accounts.keys()];
  }

  /** Which account holds this row; hosted pages are addressed by id alone. */
  accountOf(table: TableName, id: string): string | undefined {
    return this.accountNames().find((name) => this.tables(name)[table].get(id) !== undefined);
  }

  /** Keeps everything put since the last commit, as one line. */
  commit(): void {
    if (this.dirty.size === 0) return;
    const entries = this.takeEntries();
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(entries)}\n`);
  }

  private takeEntries(): Entry[] {
    const places = [...this.dirty];
    this.dirty.clear();
    return places.flatMap((place) => {
      const [account, name] = place.split(" ") as [string, TableName];
      return this.tables(account)[name].takeChanges().map(([id, row]): Entry => [account, name, id, row ?? null]);
    });
  }

  private load(file: string): void {
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (line === "") continue;
      for (const [account, table, id, row] of readLine(line)) {
        this.tables(account)[table].restore(id, withDecimals.has(table) ? copyOf(row) : row);
      }
    }
  }

  private compact(file: string): void {
    const rows = [...this.accounts].flatMap(([account, tables]) =>
      tableNames(tables).flatMap((name) => tables[name].all().map((row): Entry => [account, name, row.id, row])),
    );
    const next = `${file}.next`;
    writeFileSync(next, rows.map((entry) => `${JSON.stringify([entry])}\n`).join(""));
    renameSync(next, file);
  }
}

function tableNames(tables: Tables): TableName[] {
  return (Object.keys(tables) as (keyof Tables)[]).filter((name): name is TableName => name !== "sums");
}

/** A line cut short by a crash was never acknowledged, so it is dropped. */
function readLine(line: string): Entry[] {
  try {
    return JSON.parse(line) as Entry[];
  } catch {
    return [];
  }
}
