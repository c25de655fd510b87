import { POST as confirmCheckout } from "@/app/api/v1/checkouts/[checkoutId]/confirmation/route";
import { POST as startCheckout } from "@/app/api/v1/checkouts/route";
import { POST as confirmCard } from "@/app/api/v1/card-updates/[cardUpdateId]/confirmation/route";
import { POST as buyBundle } from "@/app/api/v1/bundles/[bundleId]/orders/route";
import { POST as redeem } from "@/app/api/v1/gifts/redemption/route";
import { POST as gift } from "@/app/api/v1/gifts/route";
import { POST as confirmOrder } from "@/app/api/v1/orders/[orderId]/confirmation/route";
import { POST as withdrawOrder } from "@/app/api/v1/orders/[orderId]/withdrawal/route";
import { POST as buyPost } from "@/app/api/v1/posts/[postId]/orders/route";
import { DELETE as stay, POST as leave } from "@/app/api/v1/subscriptions/[subscriptionId]/cancellation/route";
import { POST as newCard } from "@/app/api/v1/subscriptions/[subscriptionId]/card-updates/route";
import { POST as change } from "@/app/api/v1/subscriptions/[subscriptionId]/change/route";
import { POST as previewChange } from "@/app/api/v1/subscriptions/[subscriptionId]/change-preview/route";
import { DELETE as goOn, POST as pause } from "@/app/api/v1/subscriptions/[subscriptionId]/pause/route";
import { POST as withdraw } from "@/app/api/v1/subscriptions/[subscriptionId]/withdrawal/route";
import { GET as mine } from "@/app/api/v1/subscriptions/route";
import { POST as tip } from "@/app/api/v1/tips/route";
import { consentVersion } from "@/lib/commerce/subscriptions";
import type { Account, Answered, Api } from "./api";
import { type CardName, payAt } from "./pay";
import type { Random } from "./random";
import type { Maker } from "./types";

export interface Fan extends Account {
  random: Random;
  card: CardName;
  /** Where they say they live. */
  country: string | undefined;
  /** Links of gifts they have given and not yet passed on. */
  gifts: string[];
}
export interface Stage {
  api: Api;
  makers: Maker[];
  fans: Fan[];
}
interface Membership {
  id: string;
  status: string;
  cancelled: boolean;
  pause: object | null;
  overdue: object | null;
  creator: { id: string };
  tier: { id: string };
  amount: number;
}

/** One visit of a fan: what they do hangs on what they have. */
export async function visit(stage: Stage, fan: Fan): Promise<void> {
  const { random } = fan;
  const { body } = await stage.api.ask("read memberships", mine, { as: fan });
  const living = ((body.data ?? []) as Membership[]).filter(({ status }) => status !== "ended");
  const one = living.length > 0 ? random.pick(living) : undefined;
  if (!one) return { join: () => join(stage, fan), tip: () => give(stage, fan), gift: () => present(stage, fan), buy: () => buy(stage, fan) }[random.weighted({ join: 8, tip: 2, gift: 1, buy: 2 })]();
  if (one.overdue && random.chance(0.6)) return replaceCard(stage, fan, one);
  const acts = {
    join: () => join(stage, fan),
    tip: () => give(stage, fan, one.creator.id),
    gift: () => present(stage, fan),
    buy: () => buy(stage, fan),
    leave: async () => { await stage.api.ask("leave", leave, { as: fan, params: { subscriptionId: one.id }, body: { because: "seen_enough" } }); },
    stay: async () => { await stage.api.ask("stay", stay, { as: fan, params: { subscriptionId: one.id }, method: "DELETE" }); },
    change: () => alter(stage, fan, one),
    pause: async () => { await (one.pause ? stage.api.ask("go on", goOn, { as: fan, params: { subscriptionId: one.id }, method: "DELETE" }) : stage.api.ask("pause", pause, { as: fan, params: { subscriptionId: one.id }, body: { months: random.between(1, 3) } })); },
    withdraw: async () => { await stage.api.ask("withdraw", withdraw, { as: fan, params: { subscriptionId: one.id }, method: "POST" }); },
    nothing: () => Promise.resolve(),
  };
  return acts[random.weighted({ join: 14, tip: 22, gift: 4, buy: 14, leave: 24, stay: one.cancelled ? 10 : 0, change: 12, pause: 6, withdraw: 3, nothing: 14 })]();
}

/** Few pages have most of the fans. */
const choose = ({ makers }: Stage, random: Random): Maker => makers[Math.floor(makers.length * random.next() ** 2.2)] as Maker;

async function join(stage: Stage, fan: Fan): Promise<void> {
  const { random } = fan;
  const maker = choose(stage, random);
  const offer = random.pick(maker.tiers);
  const code = random.chance(0.3) ? maker.shelf.codes[0] : undefined;
  const yearly = offer.annualAmount !== null && random.chance(0.3);
  const generous = random.chance(0.2) ? random.below(700) : 0;
  const body = {
    tierId: offer.id,
    amount: (yearly ? (offer.annualAmount ?? 0) : offer.minAmount) + generous,
    interval: yearly ? "year" : "month",
    trial: offer.trialDays > 0 && random.chance(0.5),
    ...(code === undefined ? {} : { code }),
    ...(fan.country ? { country: fan.country, ...(random.chance(0.5) ? { consent: consentVersion } : {}) } : {}),
  };
  const { status, body: checkout } = await stage.api.ask("join", startCheckout, { as: fan, body });
  const [pays, returns] = [random.chance(0.9), random.chance(0.7)];
  if (status !== 201 || !pays || !(await payAt(String(checkout.url), fan.card)) || !returns) return;
  await stage.api.ask("come back from paying", confirmCheckout, { as: fan, params: { checkoutId: String(checkout.id) }, method: "POST" });
}

/** A post, or several together; one in twelve thinks better of it where the law lets them. */
async function buy(stage: Stage, fan: Fan): Promise<void> {
  const { random } = fan;
  const { posts, bundles } = choose(stage, random).shelf;
  const together = bundles.length > 0 && random.chance(0.4);
  const [wanted] = together ? bundles : posts.length > 0 ? [random.pick(posts)] : [];
  if (!wanted) return;
  const body = { amount: wanted.price, ...(fan.country ? { country: fan.country } : {}) };
  const answer = await (together ? stage.api.ask("buy a bundle", buyBundle, { as: fan, params: { bundleId: wanted.id }, body }) : stage.api.ask("buy a post", buyPost, { as: fan, params: { postId: wanted.id }, body }));
  await settle(stage, fan, answer);
  if (answer.status === 201 && random.chance(0.08)) await stage.api.ask("withdraw from a purchase", withdrawOrder, { as: fan, params: { orderId: String(answer.body.id) }, method: "POST" });
}

/** A tip; now and then a finger slips, and the same is asked for twice at once. */
async function give(stage: Stage, fan: Fan, creatorId?: string): Promise<void> {
  const { random } = fan;
  const body = { creatorId: creatorId ?? choose(stage, random).creatorId, amount: random.pick([100, 200, 300, 500, 1_000, 2_500]), message: "For the new song" };
  const ask = () => stage.api.ask("tip", tip, { as: fan, body });
  const answers = random.chance(0.05) ? await Promise.all([ask(), ask()]) : [await ask()];
  await settle(stage, fan, answers[0]);
}

async function present(stage: Stage, fan: Fan): Promise<void> {
  const { random } = fan;
  const offer = random.pick(choose(stage, random).tiers);
  const answer = await stage.api.ask("give a membership", gift, { as: fan, body: { tierId: offer.id, months: random.pick([1, 3, 6, 12]), message: "For you" } });
  const link = await settle(stage, fan, answer);
  const friend = random.pick(stage.fans);
  const code = /[0-9A-Za-z]{24}$/u.exec(link ?? "")?.[0];
  if (code && random.chance(0.8)) await stage.api.ask("take a gift", redeem, { as: friend, body: { code } });
}

async function settle(stage: Stage, fan: Fan, answer: Answered | undefined): Promise<string | undefined> {
  const [pays, returns] = [fan.random.chance(0.92), fan.random.chance(0.75)];
  if (answer?.status !== 201 || typeof answer.body.url !== "string" || !pays || !(await payAt(answer.body.url, fan.card)) || !returns) return undefined;
  const seen = await stage.api.ask("come back from giving", confirmOrder, { as: fan, params: { orderId: String(answer.body.id) }, method: "POST" });
  return typeof seen.body.giftLink === "string" ? seen.body.giftLink : undefined;
}

async function alter(stage: Stage, fan: Fan, one: Membership): Promise<void> {
  const { random } = fan;
  const offer = random.pick(stage.makers.find(({ creatorId }) => creatorId === one.creator.id)?.tiers ?? []);
  const monthly = { tierId: offer.id, amount: Math.max(offer.minAmount, Math.min(one.amount, 100_000) + random.between(-3, 6) * 100), interval: "month" };
  const body = offer.annualAmount !== null && random.chance(0.25) ? { tierId: offer.id, amount: offer.annualAmount, interval: "year" } : monthly;
  const asked = { as: fan, params: { subscriptionId: one.id } };
  const preview = await stage.api.ask("preview a change", previewChange, { ...asked, body });
  const goes = random.chance(0.8);
  if (preview.status >= 300 || !goes) return;
  const { dueToday, countedAt } = preview.body;
  const answer = await stage.api.ask("change", change, { ...asked, body: { ...body, dueToday, countedAt } });
  const { payUrl } = answer.body;
  if (typeof payUrl === "string" && random.chance(0.5)) await payAt(payUrl, "good");
}

async function replaceCard(stage: Stage, fan: Fan, one: Membership): Promise<void> {
  const { status, body } = await stage.api.ask("bring another card", newCard, { as: fan, params: { subscriptionId: one.id }, method: "POST" });
  const good = fan.random.chance(0.85);
  if (status !== 201 || typeof body.url !== "string" || !(await payAt(body.url, good ? "good" : "failsLater"))) return;
  if (good) fan.card = "good";
  await stage.api.ask("come back with a card", confirmCard, { as: fan, params: { cardUpdateId: String(body.id) }, method: "POST" });
}
