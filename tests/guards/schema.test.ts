import { getConstructionPlans } from "pg-boss";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "@/local/postgres";
import { deadLetters, lanes } from "@/lib/platform/jobs/lanes";
import { testParameters } from "@/tests/support/cloud";
import { read } from "./support/files";
import { type Column, readModels } from "./support/prisma-schema";

const models = readModels();
const columns = models.flatMap((model) => model.columns.map((column) => ({ ...column, where: `${model.name}.${column.name}` })));

describe("money in the schema", () => {
  it("is never a float: no column is Float or Decimal", () => {
    expect(columns.filter((column) => /^(Float|Decimal)$/u.test(column.type)).map((column) => column.where)).toEqual([]);
  });

  it("is Int or BigInt wherever a column is named like money", () => {
    const money = columns.filter((column) => /amount|fee$|fixed$|bps$|gross|^net$|price|balance$/iu.test(column.name) && column.name !== "providerBalance");
    expect(money.length).toBeGreaterThan(8);
    expect(money.filter((column) => !/^(Int|BigInt)$/u.test(column.type)).map((column) => column.where)).toEqual([]);
  });

  it("has its currency beside it in every row that is booked or owed", () => {
    const without = models.filter((model) => model.columns.some((column) => /amount$|^gross$/iu.test(column.name)) && !model.columns.some((column) => column.name === "currency"));
    expect(without.map((model) => model.name)).toEqual([]);
  });
});

/** How the database names a column's type. */
function databaseType({ type, list, citext, date }: Column): string {
  const base = { String: citext ? "citext" : "text", Int: "int4", BigInt: "int8", Boolean: "bool", DateTime: date ? "date" : "timestamp", Json: "jsonb" }[type] ?? type;
  return list ? `_${base}` : base;
}

describe("the migrations", () => {
  let url = "";
  beforeAll(async () => {
    url = (await testParameters()).DATABASE_URL;
  });

  it("make the columns that prisma/schema declares, of their types, and no others", async () => {
    const rows = await ask(url, "SELECT table_name, column_name, udt_name, is_nullable FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'");
    const made = rows.map((row) => `${String(row.table_name)}.${String(row.column_name)} ${String(row.udt_name)}${row.is_nullable === "YES" && !String(row.udt_name).startsWith("_") ? "?" : ""}`);
    const declared = columns.map((column) => `${column.where} ${databaseType(column)}${column.optional ? "?" : ""}`);
    expect(made.sort()).toEqual(declared.sort());
  });

  it("make every index and unique key that prisma/schema declares", async () => {
    const rows = await ask(url, "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'");
    const made = new Set(rows.map((row) => row.indexname));
    expect(models.flatMap((model) => model.indexes).filter((name) => !made.has(name))).toEqual([]);
  });
});

describe("the queue's tables", () => {
  const migration = read("prisma/migrations/20261124000100_jobs/migration.sql");
  const ourLanes = [...migration.matchAll(/^SELECT pgboss\.create_queue\('([\w-]+)', '(.*)'\);$/gmu)].map(([, name = "", options = "{}"]) => ({ name, ...(JSON.parse(options) as { deadLetter?: string }) }));

  it("are those of the pg-boss that is installed", () => {
    const plain = (sql: string): string =>
      sql.split("\n").map((line) => line.trim()).filter((line) => line !== "" && line !== "BEGIN;" && line !== "COMMIT;" && !line.startsWith("--") && !line.startsWith("SELECT pgboss.create_queue(")).join("\n");
    expect(plain(migration)).toBe(plain(getConstructionPlans("pgboss")));
  });

  it("hold the lanes of lib/platform/jobs, each with a place for what fails for good", () => {
    expect(ourLanes.map((lane) => lane.name).sort()).toEqual([...lanes, deadLetters].sort());
    expect(ourLanes.filter((lane) => lane.name !== deadLetters && lane.deadLetter !== deadLetters)).toEqual([]);
  });
});
