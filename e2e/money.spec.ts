import { type Browser, expect, type Page, test } from "@playwright/test";
import { accountOf, complaintsOf, signInAs, signInWith, world } from "./support";
import { advance, chargeOf, cron, disputeAtProvider, fundShield, payWithCard, shieldPaid, tellProvider } from "./support/money";

/** One story in four acts, told once: what a fan pays for, the creator is paid, the bank takes back, and the year is told. */
test.describe.configure({ mode: "serial" });
test.beforeEach(() => {
  test.setTimeout(180_000);
});

const handle = "marisolvane";
/** Makes things too, and is nobody's member yet. */
const newcomerEmail = "okorolamplight@directfanz.test";

async function open(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, role);
  return page;
}

test("a fan pays in each way: a tip, a gift, a post, a bundle, and a membership with a code", async ({ browser }) => {
  const maker = await open(browser, "creator");
  const fan = await open(browser, "fan");
  const complaints = [...complaintsOf(fan), ...complaintsOf(maker)];

  await fan.goto(`/c/${handle}/tip`);
  await fan.getByText("Other", { exact: true }).click();
  await fan.getByLabel("Your amount").fill("35");
  await fan.getByLabel(/^A few words/u).fill("For the microphone with the dent");
  await fan.getByRole("button", { name: /^Tip .*\$35/u }).click();
  await payWithCard(fan);
  await fan.waitForURL(/\/order\/ord_/u);
  await expect(fan.getByText(/\$35/u).first()).toBeVisible();

  await fan.goto(`/c/${handle}/gift`);
  await fan.getByRole("button", { name: /^Pay .* with card$/u }).click();
  await payWithCard(fan);
  await fan.waitForURL(/\/order\/ord_/u);
  await expect(fan.getByLabel(/link/iu).first()).toHaveValue(/\/gift\/[0-9A-Za-z]{24}$/u);

  const newcomer = await (await browser.newContext()).newPage();
  await signInWith(newcomer, { email: newcomerEmail, password: accountOf("fan").password });
  await newcomer.goto(`/c/${handle}/bundles`);
  await newcomer.locator('main a[href*="/bundles/"]').first().click();
  await newcomer.waitForURL(/\/bundles\/[a-z]+_/u);
  await expect(newcomer.getByText(/apart/u).first()).toBeVisible();
  const bundle = newcomer.url();

  await newcomer.locator('main a[href^="/p/pst_"]').first().click();
  await newcomer.locator('main a[href$="/unlock"]').first().click();
  await newcomer.getByRole("button", { name: /^Unlock for/u }).click();
  await payWithCard(newcomer);
  await newcomer.waitForURL(/\/order\/ord_/u);
  await expect(newcomer.getByRole("heading", { name: "It is yours." })).toBeVisible();
  await newcomer.locator('main a[href^="/p/pst_"]').first().click();
  await newcomer.waitForURL(/\/p\/pst_/u);
  await expect(newcomer.locator('main a[href$="/unlock"]')).toHaveCount(0);

  await newcomer.goto(bundle);
  await expect(newcomer.getByText("One of these posts is yours already")).toBeVisible();
  await newcomer.locator('main form button[type="submit"]').click();
  await payWithCard(newcomer);
  await newcomer.waitForURL(/\/order\/ord_/u);
  await expect(newcomer.getByRole("heading", { name: "It is yours." })).toBeVisible();

  const code = `HELLO${Date.now().toString(36).toUpperCase()}`;
  const made = await maker.request.post("/api/v1/promotions", { headers: { origin: world().appUrl, "idempotency-key": `code-${code}` }, data: { code, percentOff: 50, duration: "once" } });
  expect(made.status()).toBe(201);
  await newcomer.goto(`/c/${handle}/join?code=${code}`);
  await expect(newcomer.getByText(new RegExp(code, "u")).first()).toBeVisible();
  await newcomer.getByRole("button", { name: /^Pay \$/u }).click();
  await payWithCard(newcomer);
  await newcomer.waitForURL(/\/checkout\/chk_/u);
  await expect(newcomer.getByRole("heading", { name: /in\.?$/iu }).first()).toBeVisible({ timeout: 30_000 });

  await fan.goto("/library/payments");
  await expect(fan.getByText(/\$35/u).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a creator says who they are, signs, and is paid to the bank", async ({ browser }) => {
  const maker = await open(browser, "creator");
  const complaints = complaintsOf(maker);
  await maker.goto("/studio/payouts");
  await maker.getByRole("button", { name: /^(?:Say where it goes|Change it)$/u }).click();
  await maker.getByRole("button", { name: "Agree and submit" }).click();
  await maker.waitForURL(/\/studio\/payouts/u);
  await expect(maker.getByText("ending in 6789")).toBeVisible();
  await maker.getByRole("combobox", { name: "When you are paid" }).selectOption("daily");

  await maker.goto("/studio/tax/sign");
  await maker.getByLabel("Name, as on your tax return").fill("Marisol Vane Quillfeather");
  await maker.getByLabel("For tax you are").selectOption("individual");
  await maker.getByLabel("Street and number").fill("77 Velvet Rope Lane");
  await maker.getByLabel("City").fill("Richmond");
  await maker.getByLabel("State").selectOption("VA");
  await maker.getByLabel("ZIP code").fill("23220");
  await maker.getByLabel("Which number").selectOption("ssn");
  await maker.getByLabel("Number", { exact: true }).fill("219-09-9998");
  await maker.getByLabel("I have read this, and it is true.").check();
  await maker.getByLabel("Your full name, as your signature").fill("Marisol Vane Quillfeather");
  await maker.getByRole("button", { name: "Sign", exact: true }).click();
  await maker.waitForURL(/\/studio\/tax$/u);
  await expect(maker.getByText(/9998/u).first()).toBeVisible();

  await cron(maker, "run-payouts");
  await expect(async () => {
    await cron(maker, "work-queues");
    await maker.goto("/studio/payouts");
    await expect(maker.getByRole("table").getByText(/^On its way/u)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await advance(4);
  await expect(async () => {
    await cron(maker, "work-queues");
    await maker.goto("/studio/payouts");
    await expect(maker.getByRole("table").getByText(/^Arrived at the account ending in 6789/u)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await maker.getByRole("table").getByRole("link").first().click();
  await expect(maker.getByText(/po_|ending in|6789/u).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a dispute is fought and won; another is lost, and the shield pays", async ({ browser }) => {
  const maker = await open(browser, "creator");
  const desk = await open(browser, "admin");
  const complaints = [...complaintsOf(maker), ...complaintsOf(desk)];
  expect(await fundShield()).toBeGreaterThan(700);
  const [tip, post] = [await chargeOf(accountOf("fan").email, "tip"), await chargeOf(newcomerEmail, "post")];
  for (const charge of [tip, post]) await tellProvider("dispute", { charge, reason: "fraudulent", dueInDays: 20 });
  const disputes = async (): Promise<{ id: string; amount: number; stage: string }[]> => ((await (await maker.request.get("/api/v1/disputes")).json()) as { data: { id: string; amount: number; stage: string }[] }).data;
  await expect(async () => {
    await cron(desk, "work-queues");
    expect(await disputes()).toHaveLength(2);
  }).toPass({ timeout: 60_000 });

  // The large one: the creator adds what they know, a person sends it, the bank agrees with us.
  await maker.goto("/studio");
  await maker.getByText("A payment is disputed").click();
  await maker.waitForURL(/\/studio\/disputes/u);
  const large = (await disputes()).find(({ amount }) => amount === 3_500);
  await maker.goto(`/studio/disputes/${large?.id ?? ""}`);
  await maker.getByRole("textbox").first().fill("They wrote to me about the microphone, and came to the show.");
  await maker.getByRole("button", { name: /^Add/u }).first().click();
  await expect(maker.getByText(/came to the show/u).first()).toBeVisible();
  await desk.goto("/admin/finance/disputes");
  await desk.locator(`a[href="/admin/finance/disputes/${large?.id ?? ""}"]`).first().click();
  await desk.getByRole("button", { name: "Send the evidence" }).click();
  await desk.getByLabel("Why").fill("They used what they paid for.");
  await desk.getByRole("button", { name: "Send it", exact: true }).click();
  await expect(desk.getByText(/Decided by/u).first()).toBeVisible();
  const ends = async (id: string | undefined, stage: string): Promise<void> => {
    await expect(async () => {
      await cron(desk, "work-queues");
      expect((await disputes()).find((one) => one.id === id)?.stage).toBe(stage);
    }).toPass({ timeout: 60_000 });
  };
  await ends(large?.id, "submitted");
  await tellProvider("decide", { dispute: await disputeAtProvider(large?.id ?? ""), outcome: "won" });
  await ends(large?.id, "won");
  await maker.reload();
  await expect(maker.getByText(/^Won/u).first()).toBeVisible();

  // The small one is not worth a fight: a rule accepts it, and the shield pays what the creator lost.
  const small = (await disputes()).find(({ amount }) => amount !== 3_500);
  await ends(small?.id, "lost");
  await maker.goto(`/studio/disputes/${small?.id ?? ""}`);
  await expect(maker.getByText(/shield/iu).first()).toBeVisible();
  expect(await shieldPaid(small?.id ?? "")).toBeGreaterThan(0);
  await cron(desk, "reconcile");
  expect(complaints).toEqual([]);
});

test("in January the year is run, issued, and read by whom it is about", async ({ browser }) => {
  const desk = await open(browser, "admin");
  const maker = await open(browser, "creator");
  const complaints = [...complaintsOf(desk), ...complaintsOf(maker)];
  const year = new Date().getUTCFullYear() - 1;
  // Whoever lives in the Union is reported whatever they sold; the seed's sales of that year are below every threshold of the States.
  await maker.goto("/studio/tax/eu");
  await maker.getByLabel("Full name").fill("Marisol Vane Quillfeather");
  await maker.getByLabel("Date of birth").fill("1990-04-03");
  await maker.getByLabel(/^Country/u).first().selectOption("DE");
  await maker.getByLabel("Street and number").fill("Samtgasse 7");
  await maker.getByLabel("Postal code").fill("10115");
  await maker.getByLabel("City").fill("Berlin");
  await maker.getByLabel("Tax number").fill("82040312345");
  await maker.getByLabel("Given by").selectOption("DE");
  await maker.getByRole("button", { name: /^(?:Save|Give|Send)/u }).click();
  await maker.waitForURL(/\/studio\/tax$/u);
  await desk.goto(`/admin/finance/tax?year=${year}`);
  await desk.getByRole("button", { name: "Dry run" }).click();
  await expect(desk.getByText("Creators looked at")).toBeVisible();
  const act = async (button: RegExp, confirm: string): Promise<void> => {
    await desk.getByRole("button", { name: button }).click();
    await desk.getByLabel("Why").fill(`The January run of ${year}`);
    await desk.getByRole("button", { name: confirm, exact: true }).click();
    await expect(desk.getByRole("dialog")).toHaveCount(0);
  };
  await act(/^Make the drafts/u, "Run it");
  await act(/^Issue \d+ draft/u, "Issue them");
  await expect(desk.getByRole("button", { name: /^Issue \d+ draft/u })).toHaveCount(0);

  const documents = (await (await maker.request.get("/api/v1/tax-documents")).json()) as { data: { id: string; year: number; form: string }[] };
  const mine = documents.data.find((one) => one.year === year);
  expect(mine?.form).toBe("DAC7");
  const paper = await maker.request.get(`/api/v1/tax-documents/${mine?.id ?? ""}`, { headers: { accept: "application/pdf" } });
  expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  await maker.goto(`/studio/tax/${year}`);
  await expect(maker.getByText("Reached your bank", { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});
