import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, signInAs } from "./support";

const pages = {
  visitor: ["/", "/discover", "/discover?sort=members", "/search?q=marisl", "/search?q=zzzz", "/c/marisolvane", "/c/marisolvane?tab=about", "/c/marisolvane/join", "/c/marisolvane/join?unpaid=1", "/c/marisolvane/join?code=nowhere", "/c/marisolvane/tip", "/c/marisolvane/gift", "/c/marisolvane/bundles", "/c/laylaandthetide", "/sign-in", "/sign-up", "/recover", "/nowhere"],
  fan: ["/", "/feed", "/library", "/library/payments", "/library/purchases", "/settings", "/c/marisolvane", "/c/okorolamplight/join"],
  creator: ["/studio", "/studio/posts", "/studio/posts/new", "/studio/bundles", "/studio/tiers", "/studio/money", "/studio/payouts", "/studio/promotions", "/studio/splits", "/studio/disputes", "/studio/statements", "/studio/tax", "/studio/tax/sign", "/studio/tax/sign?kind=w8ben", "/studio/tax/sign?kind=w8ben_e", "/studio/tax/eu", "/studio/page", "/settings"],
  admin: ["/admin", "/admin/audit", "/admin/limits"],
} as const;

/** What WCAG 2.2 AA finds wrong, what the browser complains of, and whether the page is wider than the screen. */
async function faultsOf(page: Page): Promise<string[]> {
  await expect(page.locator("main").first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`), ...(tooWide > 0 ? [`${tooWide} px wider than the screen`] : [])];
}

async function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.links].filter(({ origin, pathname }) => origin === location.origin && pathname !== location.pathname).map(({ pathname }) => pathname));
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [role, paths] of Object.entries(pages)) {
    test(`the pages of a ${role} are clean by axe and by the content security policy, in ${colorScheme}`, async ({ browser }, info) => {
      test.setTimeout(120_000);
      const { viewport, hasTouch, isMobile, deviceScaleFactor } = info.project.use;
      const page = await (await browser.newContext({ viewport, hasTouch, isMobile, deviceScaleFactor, colorScheme, reducedMotion: "reduce" })).newPage();
      const complaints = complaintsOf(page);
      if (role !== "visitor") await signInAs(page, role);
      const faults: string[] = [];
      const links = new Set<string>();
      for (const path of paths) {
        await page.goto(path);
        faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
        for (const link of await linksOf(page)) links.add(link);
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      if (colorScheme === "dark") return; // the same links
      const dead = await Promise.all([...links].map(async (link) => ((await page.request.get(link)).ok() ? [] : [link])));
      expect(dead.flat()).toEqual([]);
    });
  }
}

test("a page that is not built yet answers 404", async ({ request }) => {
  for (const path of ["/status", "/transparency", "/legal/privacy", "/legal/terms", "/legal/cookies", "/legal/content-policy", "/legal/dmca", "/legal/2257"]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  }
});

test("no picture is to be had around our own route", async ({ request }) => {
  const { data } = (await (await request.get("/api/v1/creators?sort=members")).json()) as { data: { artMediaId: string }[] };
  const own = `/api/v1/media/${data[0]?.artMediaId ?? ""}/content?rendition=w320`;
  expect((await request.get(own)).status()).toBe(200);
  expect((await request.get(`/_next/image?w=640&q=75&url=${encodeURIComponent(own)}`)).status()).toBe(404);
});
