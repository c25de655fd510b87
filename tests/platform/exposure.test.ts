import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { lookIntoDatabase, lookIntoFiles } from "@/scripts/exposure/look";
import { sightingsIn } from "@/scripts/exposure/patterns";
import { cloneDatabase } from "../support/cloud";

/** A number of a scheme with its check digit. */
const card = fc.tuple(fc.constantFrom("4", "51", "34", "6011", "3530", "2221"), fc.integer({ min: 13, max: 19 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 })).map(([start, length, rest]) => {
  const body = (start + rest.join("")).slice(0, length - 1);
  const sum = body.split("").reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)), 0);
  return body + String((10 - (sum % 10)) % 10);
});

describe("looking for what nobody may keep readable", () => {
  it("finds any card number, however it is written, and shows none of it but the end", () => {
    fc.assert(fc.property(card, fc.constantFrom("", " ", "-"), (number, between) => {
      const written = number.replace(/(\d{4})(?=\d)/gu, `$1${between}`);
      const [seen] = sightingsIn(`{"note":"${written}"}`);
      expect(seen).toMatchObject({ kind: "card number" });
      expect(seen?.shown.replaceAll(/\D/gu, "")).toBe(number.slice(-4));
    }));
  });

  it("finds no number whose check digit is another, no moment, amount or id", () => {
    fc.assert(fc.property(card, (number) => {
      const wrong = number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
      expect(sightingsIn(wrong)).toEqual([]);
    }));
    for (const text of ["1794000000000", "ch_4242424242424242", "0.4242424242424242", "4242424242424242a", "2026-11-24T10:00:00.000Z", "0000000000000000"]) expect(sightingsIn(text)).toEqual([]);
  });

  it("finds them in any table, queue and file, and a known tax id as digits", async () => {
    const url = await cloneDatabase("exposed");
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect(await lookIntoDatabase(url, ["219099998"])).toEqual([]);
    await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('mail', '{"card":"4242 4242 4242 4242"}')`);
    await client.query(`INSERT INTO "CronRun" (id, job, "startedAt", error) VALUES ('crn_1', 'x', now(), 'tin 219099998 and 220-11-2345')`);
    expect((await lookIntoDatabase(url, ["219099998"])).map(({ where, kind }) => `${where}: ${kind}`).sort()).toEqual(["pgboss.job_common: card number", 'public."CronRun": tax id', 'public."CronRun": tax id']);
    await client.end();
    const folder = await mkdtemp(path.join(tmpdir(), "exposed-"));
    await writeFile(path.join(folder, "app.log"), "fine\npaid with 5555555555554444\n");
    expect(await lookIntoFiles(folder)).toEqual([{ kind: "card number", shown: "••••••••••••4444", where: `${path.join(folder, "app.log")}:2` }]);
    expect(await lookIntoFiles(path.join(folder, "nothing"))).toEqual([]);
  });
});
