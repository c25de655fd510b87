import { creatorByHandle } from "@/lib/content/creators";
import { listTiers } from "@/lib/content/tiers";
import type { Database } from "@/lib/platform/db";
import { formatMoney } from "@/lib/platform/money";

/** "Joining Marisol Vane, Backstage, $8 a month": what waits behind the form for somebody who came from a join sheet. */
export async function joiningOf(db: Database, next: string | undefined): Promise<string | undefined> {
  const { pathname, searchParams } = new URL(next ?? "/", "http://own.invalid");
  const handle = /^\/c\/([\w-]+)\/join$/u.exec(pathname)?.[1];
  const creator = handle ? await creatorByHandle(db, handle.toLowerCase()) : undefined;
  if (!creator) return undefined;
  const tier = (await listTiers(db, creator.id)).find(({ id }) => id === searchParams.get("tier"));
  if (!tier) return `Joining ${creator.name}`;
  const amount = Number(searchParams.get("amount"));
  const price = formatMoney({ amount: Number.isSafeInteger(amount) && amount > tier.minAmount ? amount : tier.minAmount, currency: tier.currency }, { trim: true });
  return `Joining ${creator.name}, ${tier.name}, ${price} a month`;
}
