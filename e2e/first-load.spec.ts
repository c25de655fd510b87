import { type Browser, expect, test } from "@playwright/test";

/** Compressed bytes of scripts that a first visit may cost. */
const most = 170_000;

interface Script {
  name: string;
  bytes: number;
  compressed: boolean;
}

/** Every script that a browser with nothing in its cache fetches for a page by itself, as it came over the wire; what it fetches ahead of a click is among them. */
async function scriptsOf(browser: Browser, path: string): Promise<Script[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts: Promise<Script>[] = [];
  page.on("requestfinished", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith(".js")) return;
    const measure = async (): Promise<Script> => ({ name: pathname, bytes: (await request.sizes()).responseBodySize, compressed: (await request.response())?.headers()["content-encoding"] !== undefined });
    scripts.push(measure());
  });
  await page.goto(path, { waitUntil: "networkidle" });
  // The place for notices comes last of all, when the browser has nothing better to do.
  await page.locator("section[aria-live=polite]").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const measured = await Promise.all(scripts);
  await context.close();
  return measured;
}

test("a first visit to a creator's page costs at most 170 kB of compressed scripts, all that it fetches ahead counted in", async ({ browser }, { annotations }) => {
  const scripts = await scriptsOf(browser, "/c/marisolvane");
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const said = `${(total / 1_000).toFixed(1)} kB in ${scripts.length} scripts`;
  annotations.push({ type: "first load of the creator page", description: said });
  process.stdout.write(`First load of the creator page: ${said}.\n`);
  expect(scripts.length, "scripts that were seen").toBeGreaterThan(5);
  expect(scripts.filter(({ compressed, bytes }) => !compressed && bytes > 1_400), "scripts that came uncompressed").toEqual([]);
  expect(total, scripts.map(({ name, bytes }) => `${bytes} ${name}`).join("\n")).toBeLessThanOrEqual(most);
});
