import { projectFiles, read } from "./files";

export interface Column {
  name: string;
  type: string;
  list: boolean;
  optional: boolean;
  citext: boolean;
  date: boolean;
}
export interface Model {
  name: string;
  columns: Column[];
  /** Column lists of @@index, @@unique and @unique, as the database names them. */
  indexes: string[];
}

/** The models of prisma/schema with their columns; relations are not columns. */
export function readModels(): Model[] {
  const text = projectFiles("prisma/schema").map(read).join("\n");
  const blocks = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gmu)].map(([, name = "", body = ""]) => ({ name, body }));
  const names = new Set(blocks.map((block) => block.name));
  return blocks.map(({ name, body }) => ({ name, columns: columnsOf(body, names), indexes: indexesOf(name, body) }));
}

function columnsOf(body: string, models: Set<string>): Column[] {
  return [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/gmu)]
    .filter(([, , type = ""]) => !models.has(type))
    .map(([, name = "", type = "", list, optional, rest = ""]) => ({ name, type, list: list !== undefined, optional: optional !== undefined, citext: rest.includes("@db.Citext"), date: rest.includes("@db.Date") }));
}

function indexesOf(model: string, body: string): string[] {
  const named = (columns: string, suffix: string): string => `${[model, ...columns.split(/,\s*/u).map((column) => column.replace(/\(.*/u, ""))].join("_")}_${suffix}`;
  const blocks = [...body.matchAll(/^ {2}@@(index|unique)\(\[(.*?)\](?:,.*)?\)/gmu)].map(([, kind, columns = ""]) => named(columns, kind === "index" ? "idx" : "key"));
  const single = [...body.matchAll(/^ {2}(\w+)\s.*@unique/gmu)].map(([, column = ""]) => named(column, "key"));
  return [...blocks, ...single];
}
