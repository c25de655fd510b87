import { describe, expect, it } from "vitest";
import { read, root, textFiles } from "./support/files";
import { runNode } from "@/local/app/command";

const here = "tests/guards/tidiness.test.ts";

describe("nothing that git keeps", () => {
  it("names a folder of somebody's machine", () => {
    // Built from parts, so that this file passes its own test.
    const folders = new RegExp(["work", "root", "farm", "home/\\w+", "Users/\\w+"].map((name) => `(?<![\\w.}\\])-])/${name}/`).join("|"), "u");
    expect(textFiles().filter((file) => file !== here && folders.test(read(file)))).toEqual([]);
  });

  it("names the host of a package registry", () => {
    const hosts = /registry\.(npmjs|yarnpkg)\.|npm\.pkg\.github|artifactory|verdaccio|\bnexus\.[\w-]+\.\w+/iu;
    expect(textFiles().filter((file) => file !== here && hosts.test(read(file)))).toEqual([]);
  });

  it("holds a key, a private key or a live secret", () => {
    const secrets = /-----BEGIN (RSA |EC )?PRIVATE KEY-----|\b(sk|rk)_live_[A-Za-z0-9]{16,}|\bAKIA[0-9A-Z]{16}\b|\bSG\.[\w-]{20,}\.[\w-]{20,}/u;
    expect(textFiles().filter((file) => secrets.test(read(file)))).toEqual([]);
  });
});

interface KnipReport {
  issues: ({ file: string } & Record<string, { name: string }[] | undefined>)[];
}

describe("nothing lies about unused", { timeout: 120_000 }, () => {
  it("no file, no dependency; and no dependency is used without being asked for", async () => {
    const { stdout, output } = await runNode(["node_modules/knip/bin/knip.js", "--reporter", "json", "--no-progress", "--include", "files,dependencies,unlisted,unresolved"], { env: { FORCE_COLOR: "0" } });
    const start = stdout.indexOf("{");
    expect(start, output).toBeGreaterThanOrEqual(0);
    const { issues } = JSON.parse(stdout.slice(start)) as KnipReport;
    const kinds = ["files", "dependencies", "devDependencies", "unlisted", "unresolved"];
    expect(issues.flatMap((issue) => kinds.flatMap((kind) => (issue[kind] ?? []).map(({ name }) => `${kind}: ${name} (${issue.file})`)))).toEqual([]);
  });

  it("the project's own folder is named in no file", () => {
    expect(textFiles().filter((file) => read(file).includes(`${root}/`))).toEqual([]);
  });
});
