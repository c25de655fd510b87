import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";
import { breaches, cruiseTree, rules } from "./support/cruise";
import { read, root } from "./support/files";

const places = ["lib", "app", "local", "scripts", "prisma", "tests", "e2e", "middleware.ts", "instrumentation.ts", "next.config.ts"];

describe("the directions of imports", () => {
  let tree: ICruiseResult;
  beforeAll(async () => {
    tree = await cruiseTree(root, places);
  });

  it("are kept by every file: wings downwards, modules by their door, no circles, no doubles in the app", () => {
    expect(breaches(tree)).toEqual([]);
    expect(tree.summary.totalCruised).toBeGreaterThan(400);
  });

  it("keep the server out of what browsers load", () => {
    const modules = new Map(tree.modules.map((module) => [module.source, module.dependencies.filter((one) => !one.typeOnly)]));
    const clients = [...modules.keys()].filter((file) => /^app\/.*\.tsx?$/u.test(file) && /^["']use client["']/u.test(read(file)));
    expect(clients.length).toBeGreaterThan(10);
    const forServers = /^lib\/platform\/(config|db|jobs|cache|storage|mail|sentry|audit|events|log|crypto)\/|^node_modules\/(pg|pg-boss|pino|stripe|@aws-sdk|@sendgrid|sharp)\//u;
    const leaks = clients.flatMap((client) => reachedFrom(client, modules).filter(({ file, core }) => core || forServers.test(file)).map(({ file, by }) => `${client} reaches ${file} through ${by}`));
    expect(leaks).toEqual([]);
  });

  it("have only the exceptions that are written down, each for a file that exists", () => {
    expect(Object.keys(rules.sideDoors).filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

type Dependencies = ICruiseResult["modules"][number]["dependencies"];

/** Everything a file loads, directly or not, and who loads it. */
function reachedFrom(start: string, modules: Map<string, Dependencies>): { file: string; by: string; core: boolean }[] {
  const seen = new Map<string, { file: string; by: string; core: boolean }>();
  const queue = [start];
  for (let by = queue.pop(); by !== undefined; by = queue.pop()) {
    for (const { resolved, dependencyTypes } of modules.get(by) ?? []) {
      if (seen.has(resolved)) continue;
      seen.set(resolved, { file: resolved, by, core: dependencyTypes.includes("core") });
      queue.push(resolved);
    }
  }
  return [...seen.values()];
}

describe("the rules of imports", () => {
  const broken: [string, Record<string, string>][] = [
    ["identity-knows-no-higher-wing", { "lib/identity/users/index.ts": 'import "../../commerce/fees/index";', "lib/commerce/fees/index.ts": "export const fee = 1;" }],
    ["platform-knows-no-higher-wing", { "lib/platform/clock/index.ts": 'import type { Fee } from "../../commerce/fees/index"; export type F = Fee;', "lib/commerce/fees/index.ts": "export type Fee = 1;" }],
    ["wings-do-not-know-the-house", { "lib/content/posts/index.ts": 'import "../../house";', "lib/house.ts": "export const house = 1;" }],
    ["lib-knows-no-surroundings", { "lib/content/posts/index.ts": 'import "../../../tests/support/people";', "tests/support/people.ts": "export const person = 1;" }],
    ["app-knows-no-doubles", { "app/page.ts": 'import "../local/stripe/index";', "local/stripe/index.ts": "export const stripe = 1;" }],
    ["generated-client-stays-in-db", { "lib/content/posts/index.ts": 'import "../../platform/db/generated/client";', "lib/platform/db/generated/client.ts": "export const client = 1;" }],
    ["rows-are-types-only", { "lib/content/posts/index.ts": 'import { row } from "../../platform/db/generated/models"; export const r = row;', "lib/platform/db/generated/models.ts": "export const row = 1;" }],
    ["module-has-one-door", { "lib/content/discovery/index.ts": 'import "../posts/queries";', "lib/content/posts/queries.ts": "export const post = 1;" }],
    ["app-uses-the-door", { "app/page.ts": 'import "../lib/content/posts/queries";', "lib/content/posts/queries.ts": "export const post = 1;" }],
    ["no-circle", { "app/a.ts": 'import { b } from "./b"; export const a = b;', "app/b.ts": 'import { a } from "./a"; export const b = a;' }],
    ["no-circle-in-lib", { "lib/content/posts/a.ts": 'import type { B } from "./b"; export type A = B;', "lib/content/posts/b.ts": 'import type { A } from "./a"; export type B = A | 1;' }],
    ["nothing-unresolved", { "app/page.ts": 'import "./nowhere";' }],
  ];

  it.each(broken)("%s bites", async (rule, files) => {
    const folder = await mkdtemp(path.join(tmpdir(), "imports-"));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const places = [...new Set(Object.keys(files).map((name) => name.split("/")[0] ?? ""))];
    const found = (await cruiseTree(folder, places, { typescript: false })).summary.violations.map((one) => one.rule.name);
    expect(found).toContain(rule);
  });
});
