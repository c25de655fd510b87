import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "@/lib/platform/db";
import { ask } from "@/local/postgres";
import { cloneDatabase } from "../support/cloud";

let url: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await cp(path.resolve("prisma/migrations"), folder, { recursive: true });
});
beforeEach(async () => {
  url = await cloneDatabase();
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}
const without = (name: string): Promise<void> => rm(path.join(folder, name), { recursive: true });

describe("migrating", () => {
  it("applies what is new, once, also when two deployments begin at the same moment", async () => {
    await write("29990101000000_new", "CREATE TABLE once (n int); INSERT INTO once VALUES (1);");
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat()).toEqual(["29990101000000_new"]);
    expect(await ask(url, "SELECT count(*)::int AS rows FROM once")).toEqual([{ rows: 1 }]);
    expect(await migrate(url, folder)).toEqual([]);
    await without("29990101000000_new");
  });

  it("leaves nothing of one that fails in the middle, names it, and applies it when it is mended", async () => {
    await write("29990101000001_bad", "CREATE TABLE half (n int); SELECT 1/0;");
    await expect(migrate(url, folder)).rejects.toThrow(/29990101000001_bad failed: division by zero/u);
    expect(await ask(url, "SELECT to_regclass('half') AS found")).toEqual([{ found: null }]);
    await write("29990101000001_bad", "CREATE TABLE half (n int);");
    expect(await migrate(url, folder)).toEqual(["29990101000001_bad"]);
    await without("29990101000001_bad");
  });

  it("refuses to go on when one that was applied has been changed, and applies nothing after it", async () => {
    await write("29990101000002_first", "CREATE TABLE first (n int);");
    await migrate(url, folder);
    await write("29990101000002_first", "CREATE TABLE first (n bigint);");
    await write("29990101000003_next", "CREATE TABLE next (n int);");
    await expect(migrate(url, folder)).rejects.toThrow("29990101000002_first was changed after it was applied");
    expect(await ask(url, "SELECT to_regclass('next') AS found")).toEqual([{ found: null }]);
    await without("29990101000002_first");
    await without("29990101000003_next");
  });
});
