import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it, vi } from "vitest";
import { projectFiles, read, root } from "./support/files";

// On a build server the parser takes each file as it lies on the disk, read once; here each text is another.
vi.stubEnv("TSESTREE_SINGLE_RUN", "false");
const eslint = new ESLint({ cwd: root });

/** The rules a text breaks when it stands where `file` stands. */
async function brokenBy(text: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return (result?.messages ?? []).filter((message) => message.severity === 2).map((message) => message.ruleId);
}

// A real file, so that the compiler knows it; its text is ours.
const lib = "lib/platform/clock/index.ts";

describe("the lint rules bite", { timeout: 120_000 }, () => {
  const wrong: [string, string, string][] = [
    ["settings read past lib/platform/config", "export const key = process.env.STRIPE_SECRET_KEY;", "no-restricted-syntax"],
    ["settings read from node:process", 'import { env } from "node:process"; export const key = env.HOME;', "no-restricted-syntax"],
    ["a fact drawn by lot", "export const id = Math.random();", "no-restricted-syntax"],
    ["money read as a float", 'export const price = parseFloat("9.99");', "no-restricted-syntax"],
    ["money read as a float by its other name", 'export const price = Number.parseFloat("9.99");', "no-restricted-syntax"],
    ["a promise nobody waits for", "export function f(): void { Promise.resolve(1); }", "@typescript-eslint/no-floating-promises"],
    ["an any", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
    ["an unused name", "const unused = 1; export const y = 2;", "@typescript-eslint/no-unused-vars"],
    ["a function that fits on no screen", `export function f(): number {\n${"  void 0;\n".repeat(80)}  return 1;\n}`, "max-lines-per-function"],
    ["a file of more than 250 lines", `export const z = [\n${"  1,\n".repeat(260)}];`, "max-lines"],
  ];
  it.each(wrong)("on %s", async (_name, text, rule) => {
    expect(await brokenBy(text, lib)).toContain(rule);
  });

  it("and leave the one reader of settings alone", async () => {
    expect(await brokenBy("export const home = process.env.HOME;", "lib/platform/config/edge.ts")).toEqual([]);
  });
});

describe("what could hide an error from a build", () => {
  const switches = ["ignoreBuildErrors", "ignoreDuringBuilds", "@ts-nocheck", "@ts-ignore"];
  it.each(switches)("%s is nowhere", (word) => {
    const files = projectFiles().filter((file) => /\.(ts|tsx|mjs|js|json)$/u.test(file) && !file.startsWith("tests/guards/"));
    expect(files.filter((file) => read(file).includes(word))).toEqual([]);
  });

  it("a lint rule is only ever turned off for one line, and with a reason", () => {
    const files = projectFiles().filter((file) => /\.(tsx?|mjs)$/u.test(file) && !file.startsWith("tests/guards/"));
    const whole = files.filter((file) => /eslint-disable(?!-next-line|-line)/u.test(read(file)));
    expect(whole).toEqual([]);
  });
});
