import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explain } from "@/local/support/problem";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm start` without the installing, in a folder of its own. */
function start(args: string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "local/up.ts", ...args], { env: { ...process.env, LOCAL_DIR: folder, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said: said.trim() })));
}

describe("npm start says in one sentence what to do", () => {
  it("when the port is taken, and leaves nothing behind", async () => {
    const squatter = createServer().listen(0);
    await new Promise((resolve) => squatter.once("listening", resolve));
    const { port } = squatter.address() as AddressInfo;
    expect(await start([], { PORT: String(port) })).toEqual({ code: 1, said: `Port ${port} is taken: stop what listens there, or choose another with PORT=${port + 100} npm start.` });
    squatter.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    [["--fersh"], {}, '"--fersh" is not known here: use `npm start`, `npm start -- --fresh`, or `npm run dev`.'],
    [[], { PORT: "eighty" }, "PORT must be a number from 1 to 65535."],
    [[], { PORT: "70000" }, "PORT must be a number from 1 to 65535."],
  ])("to %j with %j", async (args, env, sentence) => {
    expect(await start(args, env)).toEqual({ code: 1, said: sentence });
  });

  it.each([
    ["ENOSPC", /disk is full: free some space/u],
    ["EACCES", /Permission is missing for \/data\/x: give it/u],
    ["EPERM", /Permission is missing/u],
    ["EROFS", /read-only: use a checkout on a writable disk/u],
    ["EMFILE", /ulimit -n/u],
    ["EADDRINUSE", /choose another with PORT=/u],
  ])("about %s from the system", (code, sentence) => {
    expect(explain(Object.assign(new Error(code), { code, path: "/data/x" }))).toMatch(sentence);
  });

  it("and not about what only a trace explains", () => {
    expect(explain(new TypeError("x is not a function"))).toBeUndefined();
  });
});
