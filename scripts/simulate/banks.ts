import { database } from "@/lib/platform/db";
import { tell } from "./clock";
import type { Random } from "./random";
import type { World } from "./world";

interface Due {
  day: number;
  act: () => Promise<unknown>;
}

const reasons = ["fraudulent", "product_not_received", "subscription_canceled", "duplicate"] as const;

/** What banks do of their own accord: take payments back and decide about it, warn, send refunds of the provider's desk, and return payouts. */
export class Banks {
  readonly did = { disputes: 0, warnings: 0, deskRefunds: 0, returnedPayouts: 0, swappedBanks: 0 };
  private readonly world: Pick<World, "provider" | "desk">;
  private readonly random: Random;
  private readonly seen = new Map<string, number>();
  private readonly names: Map<string, string>;
  private readonly calendar: Due[] = [];
  private lastSale = "";
  private readonly returned = new Set<string>();

  /** @param names of each fan, by account, so that a sale's fate hangs on whose it is and which of theirs, and on nothing else */
  constructor(world: Pick<World, "provider" | "desk">, random: Random, names: Map<string, string>) {
    [this.world, this.random, this.names] = [world, random, names];
  }

  async act(day: number, quiet: boolean): Promise<void> {
    await this.decideFates(day, quiet);
    if (!quiet) await this.returnPayouts(day);
    await this.swapBanks(day);
    const due = this.calendar.filter((one) => one.day <= day);
    for (const one of due) {
      this.calendar.splice(this.calendar.indexOf(one), 1);
      await one.act();
    }
  }

  get waiting(): number {
    return this.calendar.length;
  }

  private async decideFates(day: number, quiet: boolean): Promise<void> {
    const sales = await database().sale.findMany({ where: { id: { gt: this.lastSale } }, orderBy: { id: "asc" }, take: 5_000, select: { id: true, fanUserId: true, providerCharge: true, gross: true } });
    for (const sale of sales) {
      this.lastSale = sale.id;
      const ordinal = (this.seen.get(sale.fanUserId) ?? 0) + 1;
      this.seen.set(sale.fanUserId, ordinal);
      if (!quiet) this.decideFate(day, sale, this.random.of(`${this.names.get(sale.fanUserId) ?? ""} ${ordinal}`));
    }
  }

  private decideFate(day: number, { providerCharge: charge, gross }: { providerCharge: string; gross: number }, random: Random): void {
    const fate = random.weighted({ none: 1_000, dispute: 9, warning: 3, desk: 3, deskPart: 2 });
    const when = day + random.between(1, 25);
    if (fate === "dispute") this.calendar.push({ day: when, act: () => this.dispute(when, charge, random) });
    if (fate === "warning") this.calendar.push({ day: when, act: () => { this.did.warnings += 1; return tell(this.world.provider, "warn", { charge }); } });
    if (fate === "desk" || fate === "deskPart") this.calendar.push({ day: when, act: () => this.refundAtTheDesk(charge, fate === "desk" ? undefined : random.between(1, gross)) });
  }

  private async dispute(day: number, charge: string, random: Random): Promise<void> {
    const { dispute } = (await tell(this.world.provider, "dispute", { charge, reason: random.pick(reasons), dueInDays: 14, ...(random.chance(0.1) ? { inquiry: true } : {}) })) as { dispute: string | null };
    if (!dispute) return;
    this.did.disputes += 1;
    const outcome = random.weighted({ won: 4, lost: 5, withdrawn: 1 });
    this.calendar.push({ day: day + random.between(16, 30), act: () => tell(this.world.provider, "decide", { dispute, outcome }) });
  }

  /** Somebody at the provider's dashboard returns a payment: we hear of it only afterwards. */
  private async refundAtTheDesk(charge: string, amount: number | undefined): Promise<void> {
    try {
      await this.world.desk.refunds.create({ charge, ...(amount === undefined ? {} : { amount }) });
      this.did.deskRefunds += 1;
    } catch {
      // Returned or taken back already: the dashboard says no.
    }
  }

  private async returnPayouts(day: number): Promise<void> {
    const sent = await database().payout.findMany({ where: { state: { in: ["in_transit", "paid"] }, providerId: { not: null }, createdAt: { gt: new Date(Date.now() - 6 * 86_400_000) } }, orderBy: { id: "asc" }, select: { id: true, providerId: true, creatorId: true, gross: true } });
    for (const [index, payout] of sent.entries()) {
      if (this.returned.has(payout.id) || !this.random.of(`payout ${day} ${index} ${payout.gross}`).chance(0.004)) continue;
      this.returned.add(payout.id);
      const account = await database().payoutAccount.findUniqueOrThrow({ where: { creatorId: payout.creatorId } });
      await tell(this.world.provider, "fail-payout", { account: account.providerId, payout: payout.providerId });
      this.did.returnedPayouts += 1;
    }
  }

  /** Whoever's payout came back brings another bank account, some days later. */
  private async swapBanks(day: number): Promise<void> {
    const holds = await database().payoutHold.findMany({ where: { rule: "bank-refused", liftedAt: null, startsAt: { lt: new Date(Date.now() - 4 * 86_400_000) } }, orderBy: { creatorId: "asc" }, select: { creatorId: true } });
    for (const { creatorId } of holds) {
      const account = await database().payoutAccount.findUniqueOrThrow({ where: { creatorId } });
      await tell(this.world.provider, "swap-bank", { account: account.providerId, number: `00${String(1_000_000 + ((day * 7_919) % 8_999_999))}` });
      this.did.swappedBanks += 1;
    }
  }
}
