import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { synthesise } from "@/prisma/seed/songs/synthesise";
import { accountOf, complaintsOf, mailTo } from "./support";

const password = "four quiet words here";
const secret = "The third line is for members only";

async function signUp(page: Page, name: string, email: string, intent: "Fan" | "Creator"): Promise<void> {
  await page.goto(`/sign-up?intent=${intent.toLowerCase()}`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  const mail = await mailTo(email, /Confirm/u);
  await page.goto(mail.links.find((link) => link.includes("/verify-email")) ?? "");
  await page.getByRole("button", { name: "Confirm and go in" }).click();
}

async function openPage(page: Page, name: string, handle: string): Promise<void> {
  await page.waitForURL(/studio\/welcome/u);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Address", { exact: true }).fill(handle);
  await page.getByRole("button", { name: "Create page" }).click();
  await page.waitForURL(/step=art/u);
  await page.goto("/studio/welcome?step=tier");
  await page.getByLabel("Name", { exact: true }).fill("Backstage");
  await page.getByLabel("Minimum monthly price").fill("8");
  await page.getByLabel("What they get").fill("Demos");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL(/step=post/u);
}

async function publishSongAndPicture(page: Page): Promise<void> {
  await page.goto("/studio/posts/new");
  await page.getByLabel(/^Title/u).fill("Night ferry");
  await page.getByLabel(/^Words/u).fill(`One line\nTwo lines\n${secret}`);
  await page.getByText("Members", { exact: true }).click();
  const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#3f8a8c" } }).jpeg().toBuffer();
  await page.locator("input[type=file]").setInputFiles({ name: "ferry.jpg", mimeType: "image/jpeg", buffer: picture });
  await page.getByLabel(/^What does it show/u).fill("A ferry at night");
  await page.locator("input[type=file]").setInputFiles({ name: "ferry.wav", mimeType: "audio/wav", buffer: synthesise({ seed: 5, tempo: 90, key: "G major", mood: "warm", seconds: 5 }) });
  await expect(page.getByText(/^Ready, 0:0\d/u)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Publish", exact: true }).click();
}

async function pay(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByLabel("Expiry (MM / YY)").fill("12 / 34");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Fan Person");
  await page.getByRole("button", { name: "Subscribe" }).click();
}

const phone = (browser: Browser): Promise<BrowserContext> => browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("a creator opens a page; a fan pays, hears the song, and leaves; a stranger sees nothing", async ({ browser }, info) => {
  test.setTimeout(240_000);
  // Anew each time, so that a world left running can be walked again.
  const mark = `${info.project.name}${Date.now().toString(36)}`;
  const handle = `ferry-${mark}`;
  const desk = await (await browser.newContext()).newPage();
  const complaints = complaintsOf(desk);
  await signUp(desk, "Maren Lund", `maren.${mark}@directfanz.test`, "Creator");
  await openPage(desk, "Maren Lund", handle);
  await publishSongAndPicture(desk);

  const fan = await (await phone(browser)).newPage();
  complaints.push(...complaintsOf(fan));
  await signUp(fan, "Ines P.", `ines.${mark}@directfanz.test`, "Fan");
  await fan.waitForURL(/\/feed/u);
  await expect(async () => {
    await fan.goto(`/search?q=${encodeURIComponent("maren lnd")}`);
    await expect(fan.locator(`main a[href="/c/${handle}"]`).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  await fan.goto(`/c/${handle}/join`);
  await fan.getByRole("button", { name: /^Pay \$8/u }).click();
  await fan.waitForURL(/\/c\/pay\//u);
  await pay(fan, "4000000000000002");
  await expect(fan.getByText(/declined/iu).first()).toBeVisible();
  await pay(fan, "4242424242424242");
  await fan.waitForURL(/\/checkout\/chk_/u);
  await expect(fan.getByRole("heading", { name: /in\.?$/iu }).first()).toBeVisible({ timeout: 30_000 });

  await fan.goto(`/c/${handle}`);
  await expect(fan.getByText(secret).first()).toBeVisible();
  const postId = (await fan.locator('a[href^="/p/pst_"]').first().getAttribute("href"))?.slice(3) ?? "";
  const post = (await (await fan.request.get(`/api/v1/posts/${postId}`)).json()) as { media: { id: string; kind: string }[] };
  const song = post.media.find((one) => one.kind === "audio")?.id ?? "";
  const heard = await fan.request.get(`/api/v1/media/${song}/content?rendition=stream`);
  expect([heard.status(), heard.headers()["content-type"]]).toEqual([200, "audio/mp4"]);
  await fan.getByRole("button", { name: "Play Night ferry" }).first().click();
  const place = fan.getByRole("slider", { name: "Place in Night ferry" }).first();
  await expect.poll(async () => Number(await place.getAttribute("aria-valuenow")), { message: "the song plays" }).toBeGreaterThan(0);

  const stranger = await (await phone(browser)).newPage();
  await stranger.goto(`/c/${handle}`);
  await expect(stranger.getByText("Backstage").first()).toBeVisible();
  expect(await stranger.content()).not.toContain(secret);
  expect((await stranger.request.get(`/api/v1/media/${song}/content?rendition=stream`)).status()).toBe(404);
  expect(await (await stranger.request.get(`/api/v1/posts/${postId}`)).text()).not.toContain(secret);

  await desk.goto("/studio/money");
  await expect(desk.getByText("$6.67").first()).toBeVisible();
  await fan.goto("/library");
  await fan.getByRole("button", { name: /^Cancel/u }).first().click();
  await fan.getByRole("button", { name: "Cancel membership" }).click();
  await expect(fan.getByText(/^Ends on/u).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a wrong password says so, and the right one goes in", async ({ page }) => {
  const { email } = accountOf("fan");
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not these words at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That address and password do not belong together.").first()).toBeVisible();
});
