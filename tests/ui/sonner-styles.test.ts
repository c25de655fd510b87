import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sonnerStyleHashes } from "../../app/_ui/overlays/sonner-styles";

it("the CSP hashes are those of the style that sonner really inserts", () => {
  const source = readFileSync(new URL("../../node_modules/sonner/dist/index.mjs", import.meta.url), "utf8");
  const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1];
  const style = JSON.parse(literal ?? '""') as string;
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(style.length).toBeGreaterThan(1_000);
  expect(sonnerStyleHashes).toEqual([hash(""), hash(style)]);
});
