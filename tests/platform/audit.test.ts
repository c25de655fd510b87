import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit, verifyAuditChain } from "@/lib/platform/audit";
import { createContext, pool, system } from "@/lib/platform/db";
import { runCron } from "@/lib/platform/jobs";
import { closeWorld, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const byUs = () => createContext({ actor: system("test") });
const note = (subject: string, times = 1): Promise<void> =>
  byUs().transaction((tx) => {
    for (let n = 0; n < times; n += 1) audit(tx, byUs(), "test.noted", { subject, n });
    return Promise.resolve();
  });
const chain = () => database().auditEntry.findMany({ orderBy: { seq: "asc" } });

/** What an owner of the database can do: change anything, with every trigger asleep. Undone when `look` has looked. */
async function tampered<T>(statement: string, values: unknown[], look: () => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query(`SET session_replication_role = replica; CREATE TEMP TABLE before AS SELECT * FROM "AuditEntry"`);
    expect((await client.query(statement, values)).rowCount).toBe(1);
    return await look();
  } finally {
    await client.query(`DELETE FROM "AuditEntry"; INSERT INTO "AuditEntry" SELECT * FROM before; DROP TABLE before; SET session_replication_role = DEFAULT`);
    client.release();
  }
}

describe("the audit trail", () => {
  it("is one chain from the first entry on, also through a transaction that notes several", async () => {
    await note("one");
    await note("several", 3);
    const entries = await chain();
    expect(entries.length).toBeGreaterThanOrEqual(4);
    expect(entries[0]?.prevHash).toBe("");
    entries.slice(1).forEach((entry, at) => expect(entry.prevHash).toBe(entries[at]?.hash));
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(entries.length);
    expect(await verifyAuditChain(database())).toEqual({ entries: entries.length, brokenAt: undefined, head: entries.at(-1)?.hash, holdsEarlier: true });
  });

  it("stays one chain when many write at the same moment", async () => {
    const before = (await chain()).length;
    await Promise.all(Array.from({ length: 30 }, (_, at) => note(`writer-${at}`, 1 + (at % 3))));
    const { entries, brokenAt } = await verifyAuditChain(database());
    expect({ entries, brokenAt }).toEqual({ entries: before + 60, brokenAt: undefined });
  });

  it("keeps an entry only with its change", async () => {
    const failed = byUs().transaction((tx) => {
      audit(tx, byUs(), "test.noted", { subject: "rolled-back" });
      return Promise.reject(new Error("no"));
    });
    await expect(failed).rejects.toThrow("no");
    expect(await database().auditEntry.count({ where: { subject: "rolled-back" } })).toBe(0);
    expect((await verifyAuditChain(database())).brokenAt).toBeUndefined();
  });

  it.each([
    ["an update", `UPDATE "AuditEntry" SET action = 'x'`],
    ["a delete", `DELETE FROM "AuditEntry"`],
    ["a truncate", `TRUNCATE "AuditEntry"`],
  ])("refuses %s", async (_what, statement) => {
    await note("kept");
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/insert-only/u);
  });

  it.each([
    ["actorKind", "'user'"],
    ["actorId", "'usr_somebody_else'"],
    ["action", "'test.nothing'"],
    ["subject", "'another'"],
    ["data", `'{"n":99}'`],
    ["requestId", "'req_other'"],
    ["at", `"at" - interval '1 second'`],
    ["id", "'aud_other'"],
    ["hash", "repeat('0', 64)"],
    ["prevHash", "repeat('0', 64)"],
  ])("betrays a row whose %s was changed behind its back, and names it", async (column, value) => {
    await note("target", 3);
    const entries = await chain();
    const target = entries[entries.length - 2];
    const found = await tampered(`UPDATE "AuditEntry" SET "${column}" = ${value} WHERE seq = $1`, [target?.seq], () => verifyAuditChain(database()));
    expect(found.brokenAt).toBe(column === "id" ? "aud_other" : target?.id);
    expect((await verifyAuditChain(database())).brokenAt).toBeUndefined();
  });

  it("betrays a row that was changed and given a fitting hash, by the row after it", async () => {
    await note("target", 3);
    const [, target, next] = (await chain()).slice(-3);
    const forge = `UPDATE "AuditEntry" e SET subject = 'forged', hash = audit_hash(jsonb_populate_record(e, '{"subject":"forged"}')) WHERE seq = $1`;
    expect((await tampered(forge, [target?.seq], () => verifyAuditChain(database()))).brokenAt).toBe(next?.id);
  });

  it("betrays a row that was taken out, wherever it stood, by the row after it", async () => {
    await note("target", 3);
    const entries = await chain();
    for (const at of [0, 1, entries.length - 2]) {
      const found = await tampered(`DELETE FROM "AuditEntry" WHERE seq = $1`, [entries[at]?.seq], () => verifyAuditChain(database()));
      expect(found.brokenAt).toBe(entries[at + 1]?.id);
    }
  });
});

describe("the nightly walk", () => {
  it("finds the trail whole and remembers where it ends", async () => {
    await person();
    await note("end");
    expect(await runCron("verify-audit-chain")).toMatchObject({ ran: true, detail: { head: (await chain()).at(-1)?.hash } });
    await note("later");
    expect(await runCron("verify-audit-chain")).toMatchObject({ ran: true });
  });

  it("fails, and says where, when a row was changed", async () => {
    await note("target", 2);
    const target = (await chain()).at(-2);
    await tampered(`UPDATE "AuditEntry" SET subject = 'x' WHERE seq = $1`, [target?.seq], () => expect(runCron("verify-audit-chain")).rejects.toThrow(`breaks at ${target?.id ?? ""}`));
    expect(await database().cronRun.findFirst({ where: { job: "verify-audit-chain" }, orderBy: { startedAt: "desc" } })).toMatchObject({ error: expect.stringContaining(target?.id ?? "") as string });
  });

  it("misses the newest entries when they were cut off, which no chain shows by itself", async () => {
    await note("newest");
    await runCron("verify-audit-chain");
    const newest = (await chain()).at(-1);
    await tampered(`DELETE FROM "AuditEntry" WHERE seq = $1`, [newest?.seq], async () => {
      expect((await verifyAuditChain(database())).brokenAt).toBeUndefined();
      await expect(runCron("verify-audit-chain")).rejects.toThrow("ends before the entry");
    });
    expect(await runCron("verify-audit-chain")).toMatchObject({ ran: true });
  });
});
