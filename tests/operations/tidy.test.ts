import { afterAll, beforeAll, expect, it } from "vitest";
import { tidy } from "@/lib/operations/housekeeping/tidy";
import { days, later, now } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { closeWorld, database, openWorld } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const keys = async (): Promise<string[]> => (await database().idempotencyRecord.findMany({ orderBy: { key: "asc" }, select: { key: true } })).map(({ key }) => key);

it("tidying takes the oldest first, at most so many at once, leaves the rest for the next night, and never what is still of use", async () => {
  const at = now();
  const record = (key: string, daysAgo: number) => ({ actor: "usr", key, route: "POST /", requestHash: "h", createdAt: later(at, -days(daysAgo)), lockedUntil: at });
  await database().idempotencyRecord.createMany({ data: [record("a", 4), record("b", 3), record("c", 2), record("of today", 0)] });

  expect(await tidy(systemContext("tidy"), 2)).toMatchObject({ keys: 2 });
  expect(await keys()).toEqual(["c", "of today"]);
  expect(await tidy(systemContext("tidy"), 2)).toMatchObject({ keys: 1 });
  expect(await keys()).toEqual(["of today"]);
});
