import { expect } from "vitest";
import { syncCheckout } from "@/lib/commerce/checkout";
import { accounts, accountSum, checkLedger, creatorBalances, faultsOf } from "@/lib/commerce/ledger";
import { movementsRailNamed } from "@/lib/commerce/rails";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import { days, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { runCron } from "@/lib/platform/jobs";
import type { DisputeModel } from "@/lib/platform/db/generated/models";
import { deliver, pays, providerEvents, setDouble } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { creator, database, drain, person } from "../../support/world";

export interface Sold {
  seller: Creator;
  fan: Person;
  saleId: string;
  charge: string;
}

let ahead = 0;
/** Lets days go by, for us and for the provider. */
export async function daysPass(count: number): Promise<void> {
  ahead += count;
  shiftClock(days(ahead));
  await setDouble("advance", { days: count });
}

/** A fan pays a page; `used`: signed in from an address, and has played what they paid for. */
export async function sold({ price = 3_000, card, used = true, seller }: { price?: number; card?: string; used?: boolean; seller?: Creator } = {}): Promise<Sold> {
  const page = seller ?? (await creator({ name: "Marisol Vane", tiers: [{ name: "Front row", minAmount: price }] }));
  await database().creatorProfile.update({ where: { id: page.creatorId }, data: { openedAt: new Date("2025-01-01") } });
  const fan = await person({ name: "Fenn Okafor" });
  await database().session.updateMany({ where: { userId: fan.userId }, data: used ? { address: "203.0.113.7", userAgent: "Firefox on Linux" } : { createdAt: new Date("2030-01-01") } });
  const { checkoutId } = await pays(fan, page, card ? { card } : {});
  await syncCheckout(systemContext("test"), checkoutId);
  await drain();
  const sale = await database().sale.findFirstOrThrow({ where: { fanUserId: fan.userId } });
  if (used) for (const hour of [0, 1, 2]) await played(page, fan, sale.occurredAt, hour);
  if (!used) await database().session.updateMany({ where: { userId: fan.userId }, data: { createdAt: new Date() } });
  return { seller: page, fan, saleId: sale.id, charge: sale.providerCharge };
}

async function played(page: Creator, fan: Person, at: Date, hour: number): Promise<void> {
  await database().contentDelivery.create({ data: { userId: fan.userId, postId: newId("post"), creatorId: page.creatorId, kind: "play", hour: new Date(at.getTime() + hour * 3_600_000), at, address: "203.0.113.7" } });
}

/** The fan's bank takes a payment back, or asks about it, and all that the provider says of it reaches us. */
export async function disputed(it: Sold, fields: object = {}): Promise<DisputeModel> {
  await setDouble("dispute", { charge: it.charge, reason: "fraudulent", dueInDays: 20, ...fields });
  await hear(it);
  return disputeOf(it);
}

/** Delivers what the provider has to say about a charge, each event once. */
export async function hear({ charge }: Pick<Sold, "charge">, order: (events: object[]) => object[] = (events) => events): Promise<void> {
  const told = (await providerEvents([charge])).filter(({ type }) => /dispute|fraud_warning|refund/u.test(type));
  for (const event of order(told)) await deliver(event);
  await drain();
  await drain();
}

export const disputeOf = ({ saleId }: Pick<Sold, "saleId">): Promise<DisputeModel> => database().dispute.findFirstOrThrow({ where: { saleId } });

export async function decided(it: Sold, outcome: "won" | "lost" | "withdrawn"): Promise<DisputeModel> {
  await setDouble("decide", { dispute: (await disputeOf(it)).providerId, outcome });
  await hear(it);
  return disputeOf(it);
}

/** Runs the cron as the scheduler does. */
export async function tend(name = "tend-disputes"): Promise<void> {
  const outcome = await runCron(name);
  expect(outcome).not.toMatchObject({ error: expect.anything() });
  await drain();
  await drain();
}

export const balances = ({ seller }: Pick<Sold, "seller">) => creatorBalances(database(), seller.creatorId, "usd");

/** Months may have passed, and memberships been paid again. */
async function hearOfRenewals(): Promise<void> {
  for (const { rail, providerId } of await database().subscription.findMany({ where: { status: { not: "ended" } }, take: 500 })) await syncSubscription({ ctx: systemContext("test"), input: { rail, providerId } });
}

/** The books are whole, and our account of the provider is its balance to the cent. */
export async function booksAreWhole(): Promise<void> {
  await hearOfRenewals();
  expect(faultsOf(await checkLedger(database()))).toEqual([]);
  expect(await accountSum(database(), accounts.rail("stripe"), "usd")).toBe((await movementsRailNamed("stripe").balance()).get("usd") ?? 0);
}

/** What an account moved since it was asked first. */
export async function since(code: string): Promise<() => Promise<number>> {
  const sum = () => accountSum(database(), { code, kind: "asset" }, "usd");
  const before = await sum();
  return async () => (await sum()) - before;
}
