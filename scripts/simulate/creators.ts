import { POST as openPage } from "@/app/api/v1/creators/route";
import { POST as makeTier } from "@/app/api/v1/creators/[creatorId]/tiers/route";
import { PATCH as setSchedule, POST as openAccount } from "@/app/api/v1/payout-account/route";
import { POST as refreshAccount } from "@/app/api/v1/payout-account/refresh/route";
import { POST as requestPayout } from "@/app/api/v1/payouts/route";
import { POST as returnSale } from "@/app/api/v1/sales/[saleId]/refunds/route";
import { GET as readSales } from "@/app/api/v1/sales/route";
import { POST as signForm } from "@/app/api/v1/tax-forms/route";
import { newId } from "@/lib/platform/ids";
import { database } from "@/lib/platform/db";
import { type Account, type Api, must } from "./api";
import { onboard } from "./pay";
import type { Random } from "./random";
import { fillShelf, part } from "./shelf";
import type { Maker, Offer } from "./types";

/** An account as sign-up and the link in its mail leave it: getting in has tests of its own. */
export async function newAccount(name: string, role: "member" | "admin" = "member"): Promise<Account> {
  const userId = newId("user");
  await database().user.create({ data: { id: userId, email: `${userId.toLowerCase()}@directfanz.test`, displayName: name, role, emailVerifiedAt: new Date() } });
  return { userId, cookie: "", signedInAt: 0 };
}

const banks = { good: "000123456789", closed: "000111111113" } as const;
const w9 = { kind: "w9", name: "Marisol Vane Quillfeather", businessName: "", taxClass: "individual", exemptPayeeCode: "", line1: "77 Velvet Rope Lane", line2: "", city: "Brooklyn", state: "NY", zip: "11201", tinKind: "ssn", tin: "219-09-9998", backupNotice: false, certify: true, signature: "Marisol Vane Quillfeather" };

/** A page with one to three tiers; most have an account for their money and a tax form, some have neither, some a bank that is closed. */
export async function newMaker(api: Api, index: number, random: Random): Promise<Maker> {
  const account = await newAccount(`Creator ${index}`);
  const page = await must(api.ask("open a page", openPage, { as: account, body: { handle: `maker${index}`, name: `Maker ${index}` } }));
  const maker: Maker = { ...account, creatorId: String(page.id), handle: `maker${index}`, tiers: [], random, visits: random.between(20, 40), shelf: { posts: [], bundles: [], codes: [], splits: [] } };
  let price = random.between(3, 8) * 100;
  for (let rank = random.between(1, 3); rank > 0; rank--) {
    const body = { name: `Tier ${rank}`, minAmount: price, annualAmount: random.chance(0.4) ? price * 10 : null, trialDays: random.chance(0.2) ? 7 : 0 };
    maker.tiers.push((await must(api.ask("make a tier", makeTier, { as: maker, params: { creatorId: maker.creatorId }, body }))) as unknown as Offer);
    price = price * 2 + random.below(500);
  }
  await fillShelf(api, maker);
  if (random.chance(0.92)) await becomePayable(api, maker);
  if (random.chance(0.88)) await must(api.ask("sign a tax form", signForm, { as: maker, body: w9 }));
  return maker;
}

async function becomePayable(api: Api, maker: Maker): Promise<void> {
  const { random } = maker;
  const { url } = (await must(api.ask("open a payout account", openAccount, { as: maker, method: "POST" }))) as { url: string };
  await onboard(url, random.chance(0.94) ? banks.good : banks.closed);
  await api.ask("look at a payout account", refreshAccount, { as: maker, method: "POST" });
  const schedule = random.weighted({ daily: 5, weekly: 3, monthly: 2, manual: 1 });
  await must(api.ask("choose a schedule", setSchedule, { as: maker, method: "PATCH", body: schedule === "weekly" ? { schedule, day: 5 } : schedule === "monthly" ? { schedule, day: 31 } : { schedule } }));
}

/** Now and then a creator looks in: returns a payment, whole or in part, or wants their money now. */
export async function look(api: Api, maker: Maker): Promise<void> {
  const { random } = maker;
  const what = random.weighted({ nothing: 4, refund: 3, part: 2, now: 2, instant: 1, parting: 0.5 });
  if (what === "parting") await part(api, maker);
  if (what === "now" || what === "instant") await api.ask("ask for a payout", requestPayout, { as: maker, body: { method: what === "now" ? "standard" : "instant" } });
  if (what !== "refund" && what !== "part") return;
  const { data } = (await must(api.ask("read sales", readSales, { as: maker, query: { limit: "20" } }))) as { data: { id: string; gross: number }[] };
  if (data.length === 0) return;
  const sale = random.pick(data);
  const amount = what === "part" ? { amount: random.between(1, Math.max(1, sale.gross - 1)) } : {};
  await api.ask("return a payment", returnSale, { as: maker, params: { saleId: sale.id }, body: { reason: "Sorry about that.", ...amount } });
}
