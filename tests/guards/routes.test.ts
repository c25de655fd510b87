import { describe, expect, it } from "vitest";
import { operations } from "@/app/api/operations";
import { methods } from "@/lib/platform/http/openapi";
import { projectFiles, read } from "./support/files";

const files = projectFiles("app").filter((file) => /\/route\.tsx?$/u.test(file));
/** next-auth answers there by itself. */
const notOurs = "app/api/auth/[...nextauth]/route.ts";
/** The document cannot list itself: it would have to know itself to be made. */
const theDocument = "app/api/v1/openapi.json/route.ts";
const ours = files.filter((file) => file !== notOurs);
const settings = ["maxDuration", "dynamic", "runtime", "preferredRegion"];

describe("every route", () => {
  it.each(ours)("%s exports declarations made by route(), with who may call it", async (file) => {
    const exported = (await import(`../../${file}`)) as Record<string, { declaration?: { auth?: { name?: string }; summary?: string } }>;
    const names = Object.keys(exported).filter((name) => !settings.includes(name));
    expect(names.filter((name) => !(methods as readonly string[]).includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(exported[name]?.declaration?.auth?.name, `${name} says who may call it`).toMatch(/^(public|anyone|signedIn|admin|operator|cron)$/u);
      expect(exported[name]?.declaration?.summary, `${name} says what it does`).toBeTruthy();
    }
  });

  it("is below app/api: pages have no handlers of their own", () => {
    expect(files.filter((file) => !file.startsWith("app/api/"))).toEqual([]);
  });

  it("stands in app/api/operations.ts, and nothing else does", () => {
    const paths = ours.filter((file) => file !== theDocument).map((file) => `/${file.replace(/^app\//u, "").replace(/\/route\.tsx?$/u, "")}`);
    expect(operations.map((one) => one.path).sort()).toEqual(paths.sort());
  });

  it("has a name for people who pay, not for people who try things out", () => {
    const words = /(^|[-_])(debug|test|tests|dev|tmp|temp|example|playground)($|[-_])/u;
    expect(files.filter((file) => file.split("/").some((part) => words.test(part)))).toEqual([]);
  });

  it.each(ours)("%s is a declaration and no more: 80 lines at most, 40 for each handler", (file) => {
    const lines = read(file).split("\n").length;
    const handlers = [...read(file).matchAll(/^export const [A-Z]+ = route\(/gmu)].length;
    expect(lines).toBeLessThanOrEqual(Math.min(80, 20 + 40 * handlers));
  });

  it.each(ours)("%s touches no table by itself", (file) => {
    expect(read(file)).not.toMatch(/\bdatabase\(\)|\bctx\.db\.\w+\.|\$queryRaw|\$executeRaw|ctx\.transaction/u);
  });
});
