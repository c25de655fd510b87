import { confirmCheckout, startCheckout } from "@/lib/commerce/checkout";
import type { StartCheckoutInput } from "@/lib/commerce/checkout/schema";
import { syncSubscription, tendMemberships } from "@/lib/commerce/subscriptions";
import { days, later, now, shiftClock } from "@/lib/platform/clock";
import { type Context, createContext, systemContext } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { asId, type PostId, type SubscriptionId } from "@/lib/platform/ids";
import { readPost } from "@/lib/content/posts";
import { mailsTo } from "../../support/cloud";
import { payAt, setDouble } from "../../support/payments";
import type { Creator, CreatorInput, Person } from "../../support/people";
import { creator, database, drain, person } from "../../support/world";

export interface Member {
  fan: Person;
  maker: Creator;
  subscriptionId: SubscriptionId;
  /** A post of the lowest tier. */
  post: PostId;
  /** As this fan, now; months later too, when their session is long over. */
  ctx: () => Context;
  row: () => Promise<SubscriptionModel>;
  /** What a webhook would have brought: a look at the provider. */
  hears: () => Promise<void>;
  sees: () => Promise<boolean>;
  sales: () => Promise<number>;
  subjects: () => Promise<string[]>;
}

export const tiers: NonNullable<CreatorInput["tiers"]> = [{ name: "Front row", minAmount: 500 }, { name: "Backstage", minAmount: 800 }];

/** Somebody who has joined, in this rhythm and with this card. */
export async function member({ card, maker, tier = 0, ...terms }: { card?: string; maker?: Creator; tier?: number } & Partial<StartCheckoutInput> = {}): Promise<Member> {
  const page = maker ?? (await creator({ name: "Marisol", tiers }));
  const fan = await person();
  const { actor } = await fan.ctx();
  const chosen = page.tiers[tier];
  if (!chosen) throw new Error("no such tier");
  const post = await page.publishes({ audience: "tier", tierId: page.tiers[0]?.id ?? null, body: "For members" });
  const ctx = (): Context => createContext({ actor });
  const checkout = await startCheckout({ ctx: ctx(), input: { tierId: chosen.id, amount: chosen.minAmount, currency: "usd", interval: "month", trial: false, ...terms } });
  await payAt(checkout.url, card);
  await confirmCheckout({ ctx: ctx(), input: { checkoutId: checkout.id } });
  await drain();
  const { id } = await database().subscription.findFirstOrThrow({ where: { fanUserId: fan.userId } });
  const row = (): Promise<SubscriptionModel> => database().subscription.findUniqueOrThrow({ where: { id } });
  return {
    fan,
    maker: page,
    subscriptionId: asId("subscription", id),
    post,
    ctx,
    row,
    hears: async () => syncSubscription({ ctx: systemContext("test"), input: await row() }),
    sees: async () => (await readPost(ctx(), post)).body !== null,
    sales: () => database().sale.count({ where: { subscriptionId: id } }),
    subjects: async () => {
      await drain();
      return (await mailsTo(fan.email)).map(({ subject }) => subject).reverse();
    },
  };
}

let passed = 0;

/** Days go by here and at the provider, hour by hour tended to as the cron does at their end. */
export async function daysGoBy(count: number, heard: Member[] = []): Promise<void> {
  passed += count;
  await drain();
  await setDouble("advance", { days: count });
  shiftClock(days(passed));
  for (const one of heard) await one.hears();
  await tendMemberships(systemContext("cron"), later(new Date(), 60_000));
  await drain();
}

/** Days until a moment, and a little more. */
export const daysUntil = (moment: Date): number => (moment.getTime() - now().getTime()) / days(1) + 0.05;
