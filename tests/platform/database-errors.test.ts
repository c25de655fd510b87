import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemContext } from "@/lib/platform/db";
import { closeWorld, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const messageOf = (work: Promise<unknown>): Promise<string> => work.then(() => "", (error: unknown) => (error as Error).message);

describe("what the database says of a fault", () => {
  it("quotes neither our source, nor its paths, nor the values that were asked for", async () => {
    const { userId, email } = await person();
    const twice = await messageOf(database().user.create({ data: { id: userId, email, displayName: "Somebody Private" } }));
    const nobody = await messageOf(database().user.findUniqueOrThrow({ where: { id: "usr_nobody_at_all" } }));
    const malformed = await messageOf(database().user.findMany({ where: { displayName: 7 as unknown as string } }));
    for (const message of [twice, nobody, malformed]) {
      expect(message).not.toBe("");
      for (const told of [".test.ts", process.cwd(), "Somebody Private", email, "usr_nobody_at_all"]) expect(message).not.toContain(told);
    }
  });
});

describe("two who lock the same rows the other way round", () => {
  it("both get through: who is chosen to give way begins anew", async () => {
    const people = [await person(), await person()];
    let arrived = 0;
    let both: () => void = () => undefined;
    const together = new Promise<void>((resolve) => (both = resolve));
    const locks = (order: typeof people) =>
      systemContext("test").transaction(async (tx) => {
        for (const { userId } of order) {
          await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId} FOR UPDATE`;
          if (++arrived === 2) both();
          await together;
        }
        return true;
      });
    expect(await Promise.all([locks(people), locks([...people].reverse())])).toEqual([true, true]);
  });
});
