import { followCreator } from "@/lib/community/follows";
import { confirmCheckout, startCheckout } from "@/lib/commerce/checkout";
import { buyBundle, readBundle } from "@/lib/commerce/bundles";
import { buyPost, confirmOrder } from "@/lib/commerce/orders";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import { readPost } from "@/lib/content/posts";
import { days, later, now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { database, systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import type { SeedPage } from "./open-pages";
import type { SeedPerson } from "./register-people";
import type { WorldFan, WorldMembership, WorldPurchase } from "./world";

const longestDays = 520;

/** Turns a switch of the payment double; only a double has a clock that can be set. */
async function setDouble(name: string, fields: object): Promise<void> {
  const base = config().STRIPE_API_BASE;
  if (!base) throw new Error("the seed needs the payment double of local/: STRIPE_API_BASE is not set");
  const answer = await fetch(`${base}/_double/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

/**
 * Lets the fans follow and join as the months went by: each checkout is paid on the provider's page on its day, renewals happen as
 * its clock moves, and in the end the app catches up with all of it.
 */
export async function liveThroughMonths(fans: WorldFan[], people: Map<string, SeedPerson>, pages: Map<string, SeedPage>, say: (text: string) => void): Promise<{ memberships: number; sales: number }> {
  await setDouble("mute", { on: true });
  await setDouble("begin", { daysAgo: longestDays });
  let today = longestDays;
  const joins = fans.flatMap((fan) => fan.pays.map((membership) => ({ daysAgo: membership.sinceDaysAgo, pay: (stage: Stage) => join(fan, membership, stage) })));
  const buys = fans.flatMap((fan) => (fan.buys ?? []).map((purchase) => ({ daysAgo: purchase.daysAgo, pay: (stage: Stage) => buy(fan, purchase, stage) })));
  for (const { daysAgo, pay } of [...joins, ...buys].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const day = Math.min(today, daysAgo);
    if (day < today) await setDouble("advance", { days: today - day });
    today = day;
    await pay({ people, pages, day });
  }
  await setDouble("advance", { days: today });
  say("  the months have gone by");
  for (const fan of fans) await follow(fan, people, pages);
  await catchUp();
  await setDouble("mute", { on: false });
  return { memberships: await database().subscription.count(), sales: await database().sale.count() };
}

interface Stage {
  people: Map<string, SeedPerson>;
  pages: Map<string, SeedPage>;
  day: number;
}

async function join(fan: WorldFan, membership: WorldMembership, { people, pages, day }: Stage): Promise<void> {
  const ctx = await people.get(fan.email)?.ctx(day);
  const tier = pages.get(membership.creator)?.tiers.find((one) => one.name === membership.tier);
  if (!ctx || !tier) throw new Error(`${fan.name} joins nobody: ${membership.creator}, ${membership.tier}`);
  const checkout = await startCheckout({ ctx, input: { tierId: tier.id, amount: membership.amountMinor, currency: "usd", ...(membership.code ? { code: membership.code } : {}) } });
  await payOnPage(checkout.url, fan);
  await confirmCheckout({ ctx, input: { checkoutId: asId("checkout", checkout.id) } });
}

async function buy(fan: WorldFan, { creator, title }: WorldPurchase, { people, pages, day }: Stage): Promise<void> {
  const ctx = await people.get(fan.email)?.ctx(day);
  const page = pages.get(creator);
  const [postId, bundleId] = [page?.posts.get(title), page?.bundles.get(title)];
  if (!ctx || (!postId && !bundleId)) throw new Error(`${fan.name} buys nothing: ${creator}, ${title}`);
  const order = bundleId ? await buyBundle({ ctx, input: { bundleId, amount: (await readBundle(ctx, bundleId)).price } }) : await buyPost({ ctx, input: { postId: asId("post", postId ?? ""), amount: (await readPost(ctx, asId("post", postId ?? ""))).price?.amount ?? 0 } });
  await payOnPage(order.url, fan);
  await confirmOrder({ ctx, input: { orderId: order.id } });
}

async function payOnPage(url: string | null, { email }: WorldFan): Promise<void> {
  const paid = await fetch(url ?? "", { method: "POST", redirect: "manual", body: new URLSearchParams({ email, cardNumber: "4242424242424242", cardExpiry: "12 / 34", cardCvc: "123", name: "A Fan" }) });
  if (paid.status !== 303) throw new Error(`the payment page answered ${paid.status}`);
}

async function follow(fan: WorldFan, people: Map<string, SeedPerson>, pages: Map<string, SeedPage>): Promise<void> {
  const person = people.get(fan.email);
  for (const handle of fan.follows) {
    const page = pages.get(handle);
    const since = fan.pays.find((membership) => membership.creator === handle)?.sinceDaysAgo ?? 30;
    if (person && page) await followCreator({ ctx: await person.ctx(since), input: { creatorId: page.creatorId } });
  }
}

/** Books every payment that was made while nobody listened. */
async function catchUp(): Promise<void> {
  const waiting = await database().subscription.findMany({ select: { rail: true, providerId: true } });
  await Promise.all([0, 1, 2, 3].map(async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await syncSubscription({ ctx: systemContext("seed"), input: one });
  }));
  // Told to nobody: these letters would be a year and a half late.
  await database().outboxEvent.updateMany({ where: { deliveredAt: null }, data: { deliveredAt: later(now(), days(0)) } });
}
