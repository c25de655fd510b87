import { describe, expect, it } from "vitest";
import { crons } from "@/lib/operations/housekeeping";
import { read } from "./support/files";

describe("scheduled jobs", () => {
  it("are the same in the registry and in vercel.json, with the same times", () => {
    const vercel = JSON.parse(read("vercel.json")) as { crons: { path: string; schedule: string }[] };
    const declared = vercel.crons.map(({ path, schedule }) => ({ name: path.replace("/api/cron/", ""), schedule }));
    const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
    expect(declared.sort(byName)).toEqual(crons.map(({ name, schedule }) => ({ name, schedule })).sort(byName));
  });

  it("each say what they do", () => {
    expect(crons.filter((cron) => cron.what.length < 20)).toEqual([]);
  });
});
