import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const size = ["--months", "1", "--creators", "4", "--fans", "25", "--seed", "12", "--crashes", "0.08", "--lanes", "1"];

/** @returns what it said last. Throws with all it said when the books were not whole. */
async function simulate(): Promise<string> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", path.resolve("scripts/simulate.ts"), ...size], { maxBuffer: 1e7 });
  return stdout;
}

describe("months of the platform, with faults and deaths at any statement or call", () => {
  it("end with whole books, and the same seed plays them again", { timeout: 400_000 }, async () => {
    const [once, again] = await Promise.all([simulate(), simulate()]);
    expect(Number(/died: (\d+)/u.exec(once)?.[1])).toBeGreaterThan(10);
    const verdict = /✓ Whole.*digest \w{16}/u.exec(once)?.[0];
    expect(verdict).toBeDefined();
    expect(again).toContain(verdict);
  });
});
