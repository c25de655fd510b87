import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBinaries } from "@/local/postgres/cluster";
import { clusterFolder, runnableBinaries, serverUser, type ServerUser } from "@/local/postgres/user";

let open: string;
let closed: string;
let user: ServerUser;
beforeAll(async () => {
  user = await serverUser();
  [open, closed] = [await mkdtemp(path.join(tmpdir(), "open-")), await mkdtemp(path.join(tmpdir(), "closed-"))];
  await chmod(open, 0o755);
  await chmod(closed, 0o700);
});
afterAll(() => Promise.all([open, closed].map((folder) => rm(folder, { recursive: true, force: true }))));

describe("the database of a checkout", () => {
  it("lies in its data folder, and runs what was installed, where its user may go", async () => {
    expect(await clusterFolder(path.join(open, "postgres"), user)).toBe(path.join(open, "postgres/cluster"));
  });

  it.runIf(process.getuid?.() === 0)("started by root from a folder closed to others, lies and runs outside it, always in the same place", async () => {
    const folder = await clusterFolder(path.join(closed, "postgres"), user);
    expect(path.relative("/var/tmp", folder)).toMatch(/^directfanz-[0-9a-f]{12}\/cluster$/u);
    expect(await clusterFolder(path.join(closed, "postgres"), user)).toBe(folder);
    expect(await clusterFolder(path.join(closed, "other"), user)).not.toBe(folder);
    await rm(path.dirname(folder), { recursive: true, force: true });

    const { postgres, initdb } = await findBinaries();
    expect(await runnableBinaries({ postgres, initdb }, {})).toEqual({ postgres, initdb });
  });
});
