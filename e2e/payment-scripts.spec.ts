import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./support";

interface Entry {
  id: string;
  kind: "file" | "inline";
  source: string;
}
const { scripts: inventory } = JSON.parse(readFileSync("docs/payment-page-scripts.json", "utf8")) as { scripts: Entry[] };

/** Pages from which one goes to the payment provider, as a fan sees them; their addresses follow from the seed. */
const pages = ["/c/marisolvane/join", "/c/marisolvane/tip", "/c/marisolvane/gift", "/library/payments", "/library", "/library/purchases"];
/** Those whose address has an id in it, found by the links that lead there. */
const found = [{ from: "/c/marisolvane/bundles", link: '/bundles/' }, { from: "/library", link: "/library/memberships/" }];

/** Which entry allows each script of a page; "?" and the script where none does. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path, { waitUntil: "networkidle" });
  const found = await page.evaluate(() => Array.from(document.scripts, (script) => ({ address: script.src, text: script.text.trim(), type: script.type, nonced: script.nonce !== "", ours: script.src === "" || new URL(script.src).origin === location.origin })));
  return found
    .filter(({ type }) => type === "" || type === "module" || type === "text/javascript")
    .map(({ address, text, nonced, ours }) => {
      const kind = address === "" ? "inline" : "file";
      const shown = kind === "file" ? new URL(address).pathname + new URL(address).search : text;
      const entry = inventory.find((one) => one.kind === kind && new RegExp(one.source, "u").test(shown));
      // What a script with the nonce loads needs none of its own.
      return entry && ours && (nonced || kind === "file") ? entry.id : `? ${shown.slice(0, 120)}`;
    });
}

test("a payment page runs the scripts of the inventory and no other, all of them ours", async ({ page }) => {
  test.setTimeout(120_000);
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script" && new URL(request.url()).host !== new URL(page.url()).host && page.url().startsWith("http")) strangers.push(request.url());
  });
  await signInAs(page, "fan");
  const seen = new Map<string, string[]>();
  for (const path of pages) seen.set(path, await scriptsOf(page, path));
  for (const { from, link } of found) {
    await page.goto(from);
    const path = await page.locator(`main a[href*="${link}"]`).first().getAttribute("href");
    seen.set(path ?? "", await scriptsOf(page, path ?? ""));
    const post = page.locator('main a[href^="/p/pst_"]').first();
    if (link === "/bundles/") {
      const unlock = `${(await post.getAttribute("href")) ?? ""}/unlock`;
      seen.set(unlock, await scriptsOf(page, unlock));
    }
  }
  for (const [path, scripts] of seen) expect(scripts.filter((one) => one.startsWith("?")), path).toEqual([]);
  expect([...new Set([...seen.values()].flat())].sort(), "nothing in the inventory that no page runs").toEqual(inventory.map(({ id }) => id).sort());
  expect(strangers).toEqual([]);
});
