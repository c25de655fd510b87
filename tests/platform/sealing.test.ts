import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config, parseConfig, setConfig } from "@/lib/platform/config";
import { systemContext } from "@/lib/platform/db";
import { days, hours, later } from "@/lib/platform/clock";
import { destroyUnusedKeys, forgetDataKeys, installSealedColumns, resealAll, retiredKeys, rewrapDataKeys, rotateDataKey, seal, type SealedColumn, sealedColumns, tendKeys, unseal } from "@/lib/platform/sealing";
import { closeWorld, creator, database, openWorld } from "../support/world";
import { testParameters } from "../support/cloud";
import { readModels } from "../guards/support/prisma-schema";

const diary: SealedColumn = { table: "Diary", column: "wordsSealed", key: "id" };
const secret = "986-54-3210 Ada Lovelace";
const keyFor = (): string => randomBytes(32).toString("base64");
const first = keyFor();

/** The world with these key-encryption keys, the first of them active. */
async function withKeys(keys: string): Promise<void> {
  setConfig({ ...config(), ...{ FIELD_KEYS: parseConfig({ ...(await testParameters()), APP_ENV: "test", FIELD_KEYS: keys }).FIELD_KEYS } });
  forgetDataKeys();
}

const ctx = () => systemContext("test");
const read = async (id: string): Promise<string> => (await database().$queryRaw<{ v: string }[]>`SELECT "wordsSealed" AS v FROM "Diary" WHERE id = ${id}`)[0]?.v ?? "";
async function write(id: string, words: string): Promise<void> {
  const sealed = await seal(diary, id, words);
  await database().$executeRaw`INSERT INTO "Diary" (id, "wordsSealed") VALUES (${id}, ${sealed}) ON CONFLICT (id) DO UPDATE SET "wordsSealed" = excluded."wordsSealed"`;
}
const openRow = async (id: string): Promise<string> => unseal(diary, id, await read(id));
const rowId = (n: number): string => `row${String(n).padStart(5, "0")}`;

let ofTheHouse: readonly SealedColumn[] = [];
beforeAll(async () => {
  await openWorld();
  ofTheHouse = sealedColumns();
  installSealedColumns([diary]);
  await database().$executeRaw`CREATE TABLE "Diary" (id text PRIMARY KEY, "wordsSealed" text)`;
});
beforeEach(async () => {
  await database().$executeRaw`TRUNCATE "Diary", "DataKey", "ResealProgress"`;
  await withKeys(`kek1:${first}`);
});
afterAll(closeWorld);

describe("a sealed value", () => {
  it("opens where it belongs and nowhere else", async () => {
    await write("a", secret);
    expect(await openRow("a")).toBe(secret);
    await expect(unseal(diary, "b", await read("a"))).rejects.toThrow("Something went wrong");
    await expect(unseal({ ...diary, column: "otherSealed" }, "a", await read("a"))).rejects.toMatchObject({ internal: expect.stringContaining("Diary.otherSealed:a does not open") });
  });

  it("does not open when one sign of it was changed", async () => {
    const sealed = await seal(diary, "a", secret);
    for (const at of [5, sealed.length - 30, sealed.length - 3]) {
      const other = sealed[at] === "A" ? "B" : "A";
      await expect(unseal(diary, "a", sealed.slice(0, at) + other + sealed.slice(at + 1))).rejects.toThrow();
    }
    for (const broken of ["", "v1", "plain words", `v2${sealed.slice(2)}`, `${sealed}.x`]) await expect(unseal(diary, "a", broken)).rejects.toThrow();
  });

  it("is another one each time, and says nothing of itself in an error", async () => {
    const [one, two] = [await seal(diary, "a", secret), await seal(diary, "a", secret)];
    expect(one).not.toBe(two);
    const error = await unseal(diary, "b", one).catch((cause: unknown) => cause as Error & { internal: string });
    expect(JSON.stringify([error, (error as Error).message, (error as { internal: string }).internal])).not.toContain("986-54");
  });

  it("leaves no plain text in any text column of the database", async () => {
    await write("a", secret);
    const columns = await database().$queryRaw<{ t: string; c: string }[]>`SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'character varying', 'USER-DEFINED')`;
    expect(columns.length).toBeGreaterThan(50);
    for (const { t, c } of columns) {
      const [row] = await database().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${t}" WHERE "${c}"::text ~ '986-?54-?3210|Lovelace'`);
      expect(Number(row?.n), `${t}.${c}`).toBe(0);
    }
  });

  it("has one first key, though many processes make it at once", async () => {
    forgetDataKeys();
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        forgetDataKeys();
        await write(rowId(n), `words ${n}`);
      }),
    );
    expect(await database().dataKey.count()).toBe(1);
    forgetDataKeys();
    for (let n = 0; n < 10; n++) expect(await openRow(rowId(n))).toBe(`words ${n}`);
  });
});

describe("the key-encryption keys", () => {
  it.each([["31 bytes", `a:${randomBytes(31).toString("base64")}`], ["33 bytes", `a:${randomBytes(33).toString("base64")}`], ["no id", first], ["two of one id", `a:${first},a:${keyFor()}`], ["nothing", ""], ["an empty entry", `a:${first},`]])("are refused at the start: %s", async (_what, FIELD_KEYS) => {
    const parameters = await testParameters();
    expect(() => parseConfig({ ...parameters, APP_ENV: "test", FIELD_KEYS })).toThrow("FIELD_KEYS is malformed");
  });

  it("are turned without touching a value; then the old one may go", async () => {
    await write("a", secret);
    const before = await read("a");
    const second = keyFor();
    await withKeys(`kek2:${second},kek1:${first}`);
    expect(await rewrapDataKeys(ctx())).toEqual({ rewrapped: 1 });
    expect(await rewrapDataKeys(ctx())).toEqual({ rewrapped: 0 });
    await withKeys(`kek2:${second}`);
    expect(await read("a")).toBe(before);
    expect(await openRow("a")).toBe(secret);
  });

  it("when one is missing, say which", async () => {
    await write("a", secret);
    await withKeys(`kek2:${keyFor()}`);
    await expect(openRow("a")).rejects.toMatchObject({ internal: expect.stringMatching(/"kek1".*dky_/u) });
    await expect(rewrapDataKeys(ctx())).rejects.toMatchObject({ internal: expect.stringContaining('"kek1"') });
  });

  it("when one has another's name, open nothing", async () => {
    await write("a", secret);
    await withKeys(`kek1:${keyFor()}`);
    await expect(openRow("a")).rejects.toMatchObject({ internal: expect.stringContaining("does not open") });
  });
});

describe("turning the data key", () => {
  it("loses no write and shows no reader a broken value while it goes on", async () => {
    const rows = 450;
    for (let n = 0; n < rows; n++) await write(rowId(n), `first ${n}`);
    await rotateDataKey(ctx());
    let walking = true;
    const written = new Map<number, string>();
    const writers = [1, 2, 3].map(async (seed) => {
      for (let turn = 0; walking; turn++) {
        const n = (turn * 37 + seed * 149) % rows;
        if (n % 3 !== seed - 1) continue;
        const words = `turn ${turn} of ${seed}`;
        await write(rowId(n), words);
        written.set(n, words);
      }
    });
    const readers = [0, 1].map(async (seed) => {
      for (let turn = seed; walking; turn += 7) expect(await openRow(rowId(turn % rows))).toMatch(/^(first|turn) \d/u);
    });
    const { done } = await resealAll(ctx());
    walking = false;
    await Promise.all([...writers, ...readers]);
    expect(done).toBe(true);
    expect(written.size).toBeGreaterThan(5);
    for (let n = 0; n < rows; n++) expect(await openRow(rowId(n))).toBe(written.get(n) ?? `first ${n}`);
    const [old = ""] = await retiredKeys(ctx());
    expect(await database().$queryRaw`SELECT id FROM "Diary" WHERE starts_with("wordsSealed", ${`v1.${old}.`})`).toEqual([]);
  });

  it("goes on after a crash from where it stood, and does nothing twice", async () => {
    for (let n = 0; n < 700; n++) await write(rowId(n), `words ${n}`);
    const { to } = await rotateDataKey(ctx());
    // The process dies after its second batch: what it had committed stands.
    let steps = 0;
    const crash = resealAll(ctx(), {
      onStep: () => {
        steps += 1;
        if (steps === 2) throw new Error("killed");
      },
    });
    await expect(crash).rejects.toThrow("killed");
    expect(await database().resealProgress.findFirstOrThrow()).toMatchObject({ keyId: to, cursor: rowId(399), resealed: 400, doneAt: null });
    forgetDataKeys();
    expect(await resealAll(ctx())).toEqual({ resealed: 300, done: true });
    expect(await resealAll(ctx())).toEqual({ resealed: 0, done: true });
    for (const n of [0, 399, 400, 699]) expect(await openRow(rowId(n))).toBe(`words ${n}`);
  });

  it("destroys the old key only when it has rested and nothing uses it", async () => {
    await write("a", secret);
    const before = await read("a");
    const { from = "" } = await rotateDataKey(ctx());
    const rested = { ...ctx(), now: later(new Date(), hours(2)) };
    expect(await destroyUnusedKeys(rested)).toEqual({ destroyed: [], inUse: { [from]: 1 }, resting: 0 });
    await resealAll(ctx());
    expect(await destroyUnusedKeys(ctx())).toEqual({ destroyed: [], inUse: {}, resting: 1 });

    // A process that had not heard of the new key writes behind the walk: found, and brought over by the next call.
    await database().$executeRaw`UPDATE "Diary" SET "wordsSealed" = ${before} WHERE id = 'a'`;
    expect((await destroyUnusedKeys(rested)).inUse).toEqual({ [from]: 1 });
    expect(await resealAll(ctx())).toEqual({ resealed: 1, done: true });

    expect((await destroyUnusedKeys(rested)).destroyed).toEqual([from]);
    expect(await openRow("a")).toBe(secret);
    await expect(unseal(diary, "a", before)).rejects.toMatchObject({ internal: expect.stringContaining("was destroyed") });
    expect(await database().dataKey.findUniqueOrThrow({ where: { id: from } })).toMatchObject({ wrapped: null });
  });

  it("happens by itself after a year", async () => {
    await write("a", secret);
    expect(await tendKeys(ctx(), later(new Date(), 60_000))).toMatchObject({ rotated: false });
    const nextYear = { ...ctx(), now: later(new Date(), days(366)) };
    expect(await tendKeys(nextYear, later(new Date(), 60_000))).toMatchObject({ rotated: true, resealed: 1, done: true });
    expect(await openRow("a")).toBe(secret);
  });

  it("is nobody's to ask for who is not the operator", async () => {
    const person = await creator();
    for (const turn of [rotateDataKey, rewrapDataKeys, resealAll, destroyUnusedKeys]) await expect(turn(await person.ctx())).rejects.toMatchObject({ status: 404 });
  });
});

describe("the list of sealed columns", () => {
  it("is that of the schema: every column whose name ends in Sealed, each with its row's key", () => {
    const declared = readModels().flatMap((model) => model.columns.filter((column) => column.name.endsWith("Sealed")).map((column) => `${model.name}.${column.name}`));
    expect(ofTheHouse.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(declared.sort());
    expect(ofTheHouse.every(({ key }) => key === "id")).toBe(true);
  });
});
