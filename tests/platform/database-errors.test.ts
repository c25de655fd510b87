import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
