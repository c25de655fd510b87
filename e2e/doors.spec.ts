import { expect, type Page, test } from "@playwright/test";
import { mailTo } from "./support";

const password = "four quiet words here";

/** The address of the first post that the page shows. */
async function firstPostOf(page: Page, handle: string): Promise<string> {
  await page.goto(`/c/${handle}`);
  return (await page.locator('main a[href^="/p/pst_"]').first().getAttribute("href")) ?? "";
}

test.describe("a browser without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("reads every public page", async ({ page }) => {
    const post = await firstPostOf(page, "marisolvane");
    const pages = [
      ["/", /Pay the person/u],
      ["/discover", /^Discover$/u],
      ["/search?q=marisol", /^Search$/u],
      ["/c/marisolvane", /Marisol Vane/u],
      [post, /./u],
      ["/c/marisolvane/join", /^Join Marisol Vane$/u],
      ["/sign-in", /^Sign in$/u],
      ["/sign-up", /^Create your account$/u],
      ["/recover", /password/u],
    ] as const;
    for (const [path, heading] of pages) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: heading }), path).toBeVisible();
      expect(await page.getByText("Loading", { exact: true }).count(), path).toBe(0);
    }
  });

  test("is told where a form needs them", async ({ page }) => {
    for (const path of ["/sign-in", "/sign-up", "/recover", "/c/marisolvane/join"]) {
      await page.goto(path);
      await expect(page.getByText(/needs JavaScript/u), path).toBeVisible();
    }
  });

  test("puts no password into an address when a form is sent all the same", async ({ page }) => {
    for (const path of ["/sign-in", "/sign-up"]) {
      await page.goto(path);
      await page.getByLabel("Email").fill("somebody@directfanz.test");
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.locator("form button[type=submit]").last().click();
      await expect(page.getByLabel("Email"), path).toHaveValue("");
      expect(page.url()).not.toContain("password");
    }
  });
});

test("what does not exist answers 404 under a title of its own, and what is private sends to sign in", async ({ request }) => {
  for (const path of ["/c/nobodyhere", "/c/nobodyhere/join", "/p/pst_unknown", "/p/pst_01M867E4V3KW0QMBRN5MTW14MC"]) {
    const answer = await request.get(path);
    expect([path, answer.status(), /<title>([^<]*)/u.exec(await answer.text())?.[1]]).toEqual([path, 404, "This door is closed · DirectFanz"]);
  }
  for (const path of ["/feed", "/library", "/settings"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), new URL(answer.headers().location ?? "", "http://here.test").search]).toEqual([path, 307, `?next=${encodeURIComponent(path)}`]);
  }
});

test("a stranger chooses a tier and an amount, makes an account, and finds both again; going back from the payment page costs nothing", async ({ page }, info) => {
  test.setTimeout(120_000);
  const email = `stranger.${info.project.name}.${crypto.randomUUID().slice(0, 6)}@directfanz.test`;
  await page.goto("/c/marisolvane/join");
  await page.getByLabel(/^Backstage/u).check();
  await page.getByText("Other", { exact: true }).click();
  await page.getByLabel("Your amount").fill("13.50");
  await expect(page.getByText("of $13.50", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Pay $13.50 with card" }).click();

  await page.waitForURL(/\/sign-up\?next=/u);
  await expect(page.getByText("Joining Marisol Vane, Backstage, $13.50 a month")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Sam");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const mail = await mailTo(email, /Confirm/u);
  await page.goto(mail.links.find((link) => link.includes("/verify-email")) ?? "");
  await page.getByRole("button", { name: "Confirm and go in" }).click();

  await page.waitForURL(/\/c\/marisolvane\/join/u);
  await expect(page.getByLabel("Your amount")).toHaveValue("13.50");
  const pay = page.getByRole("button", { name: "Pay $13.50 with card" });
  for (const back of [() => page.getByRole("link", { name: /Back/u }).click(), () => page.goBack()]) {
    await pay.click();
    await page.waitForURL(/\/c\/pay\//u);
    await back();
    await expect(page.getByText("Nothing was charged.")).toBeVisible();
    await expect(page.getByLabel("Your amount")).toHaveValue("13.50");
  }
});

test("an amount that is none is refused for its own reason, and no share of it is shown", async ({ page }) => {
  await page.goto("/c/marisolvane/join");
  await page.getByText("Other", { exact: true }).click();
  const reasons = [
    ["", "Type an amount, like 12 or 12.50."],
    ["abc", "This is not an amount. Type it in digits, like 12 or 12.50."],
    ["€5", "Prices are in US dollars. Type the amount in dollars, like 12.50."],
    ["5.555", "Use at most 2 digits after the point, like 12.50."],
    ["999999999", "The most is $10,000."],
    ["1", "Front row starts at $5 a month."],
  ] as const;
  for (const [typed, reason] of reasons) {
    await page.getByLabel("Your amount").fill(typed);
    await page.getByRole("button", { name: /^Pay/u }).click();
    await expect(page.getByText(reason), typed).toBeVisible();
    await expect(page.getByText(/reaches/u)).toHaveCount(0);
  }
});
