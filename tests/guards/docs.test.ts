import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles, read, root } from "./support/files";

const documents = projectFiles().filter((file) => file.endsWith(".md"));
const places = "app|lib|local|scripts|prisma|tests|e2e|docs|\\.github";
/** Pictures that are taken from the running app, last of all. */
const comesLater = new Set(["docs/pictures/home.png", "docs/pictures/creator-phone.png"]);

/** `paths in backticks` from the root, and [links](relative/to/the/document.md). */
function namedIn(document: string): string[] {
  const text = read(document);
  const ticks = [...text.matchAll(/`((?:[\w().[\]@-]+\/)*[\w().[\]@-]+)\/?`/gu)].map(([, name = ""]) => name).filter((name) => new RegExp(`^(${places})/`, "u").test(name) || /^[\w.-]+\.(ts|mjs|json|md|yml)$/u.test(name));
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(([, name = ""]) => path.posix.join(path.posix.dirname(document), name));
  return [...new Set([...ticks, ...links])];
}

describe("the documents", () => {
  it.each(documents)("%s names only files that exist", (document) => {
    // A bare file name is of the root, or of the module the sentence is about.
    const known = new Set(projectFiles().map((file) => path.posix.basename(file)));
    const missing = namedIn(document).filter((name) => !existsSync(path.join(root, name)) && !comesLater.has(name) && !(!name.includes("/") && known.has(name)));
    expect(missing).toEqual([]);
  });

  it("docs/map.md has a line for every module", () => {
    const modules = new Set(projectFiles("lib").map((file) => /^lib\/(\w+\/\w+)\/(?!privacy)/u.exec(file)?.[1]).filter((name) => name !== undefined));
    const map = read("docs/map.md");
    expect([...modules].filter((name) => !map.includes(`\`lib/${name}\``))).toEqual([]);
  });

  it("docs/map.md names the file of every rules.ts, policy.ts and the lists of jobs", () => {
    const map = read("docs/map.md");
    const files = projectFiles("lib").filter((file) => /\/(rules|policy|studio-policy|lanes|crons|tidy)\.ts$/u.test(file));
    expect(files.filter((file) => !map.includes(file))).toEqual([]);
  });

  it("every decision has its number, context, decision and cost", () => {
    const decisions = documents.filter((file) => file.startsWith("docs/decisions/"));
    expect(decisions.length).toBeGreaterThan(10);
    for (const file of decisions) {
      expect(file).toMatch(/docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/u);
      for (const part of ["**Context.**", "**Decision.**", "**Cost.**"]) expect(read(file), file).toContain(part);
    }
    const numbers = decisions.map((file) => /\d{4}/u.exec(file)?.[0]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("the deployment runbook names every setting", () => {
    const keys = [...read("lib/platform/config/schema.ts").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gmu)].map(([, key = ""]) => key);
    expect(keys.length).toBeGreaterThan(20);
    const runbook = read("docs/runbooks/deploy-to-vercel.md");
    expect(keys.filter((key) => !runbook.includes(`\`${key}\``))).toEqual([]);
  });
});
