import { AppError } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";
import type { PassedNeighbour, Ranked } from "./rank-by-price";

type Priced = Pick<Ranked, "name" | "minAmount"> & { currency?: string };
const price = ({ minAmount, currency = "usd" }: Priced): string => formatMoney({ amount: minAmount, currency });

const inUse = {
  subscribers: "This tier has members. Archive it instead: they keep what they pay for, and nobody new can join.",
  posts: "Posts are made for this tier. Archive it instead, or change those posts first.",
  payments: "Somebody paid for this tier, or began to. Archive it instead: whoever paid gets what they paid for, and nobody new can join.",
};

export class TierInUse extends AppError {
  constructor(why: keyof typeof inUse) {
    super("conflict", inUse[why]);
  }
}

export class TooManyTiers extends AppError {
  constructor(most: number) {
    super("conflict", `You have ${most} tiers, which is as many as there can be. Archive one first.`);
  }
}

export class TooManyKept extends AppError {
  constructor(most: number) {
    super("conflict", `You have ${most} tiers with the archived ones, which is as many as there can be. Delete one that was never used, or change one that is archived and open it again.`);
  }
}

/** The price is refused at its field, with the neighbour it would pass. */
export class PricePassesNeighbour extends AppError {
  constructor(tier: Priced, { which, neighbour }: PassedNeighbour) {
    const reason =
      which === "below"
        ? `${tier.name} stands above ${neighbour.name}, so it cannot cost less than ${price(neighbour)}.`
        : `${tier.name} stands below ${neighbour.name}, so it cannot cost more than ${price(neighbour)}.`;
    super("conflict", reason, { invalidParams: [{ name: "body.minAmount", reason }] });
  }
}

export class OrderAgainstPrices extends AppError {
  constructor({ lower, higher }: { lower: Priced; higher: Priced }) {
    super("conflict", `${higher.name} costs ${price(higher)} and ${lower.name} costs ${price(lower)}, so ${higher.name} cannot stand above it. Who pays more sees more.`);
  }
}

export class MembersWouldLose extends AppError {
  constructor({ tier, beneath }: { tier: Priced; beneath: Priced }) {
    super("conflict", `${tier.name} has members, and below ${beneath.name} they would lose what is for ${beneath.name}.`);
  }
}

export class YearSavesNothing extends AppError {
  constructor(tier: Priced & { annualAmount: number }) {
    const reason = tier.annualAmount < tier.minAmount ? `A year cannot cost less than a month, ${price(tier)}.` : `Twelve months cost ${price({ ...tier, minAmount: tier.minAmount * 12 })}. A year must not cost more.`;
    super("conflict", reason, { invalidParams: [{ name: "body.annualAmount", reason }] });
  }
}
