import { accounts, type Line, postTransaction } from "@/lib/commerce/ledger";
import type { RailDispute } from "@/lib/commerce/rails";
import type { Tx } from "@/lib/platform/db";
import type { DisputeModel, DisputeShareModel } from "@/lib/platform/db/generated/models";

/** Taken back by banks that have not decided yet, or whose decision is not booked. Nothing, once all disputes have ended. */
const undecided = accounts.disputed;

/** Books what the provider moved for a dispute, movement by movement, each once: our account of the provider is its balance at any time. */
export async function bookMovements(tx: Tx, dispute: Pick<DisputeModel, "id" | "rail" | "currency">, movements: RailDispute["movements"]): Promise<void> {
  for (const { providerId, amount, fee, at } of movements) {
    if (amount === 0 && fee === 0) continue;
    const taken = amount < 0 ? "taken back by the fan's bank" : "given back by the fan's bank";
    const kept = fee < 0 ? "the price of answering, given back" : amount === 0 ? "the price of answering a dispute" : "the price of a dispute";
    await postTransaction(tx, {
      idempotencyKey: `dispute:${dispute.rail}:${providerId}`,
      kind: "dispute",
      causeId: dispute.id,
      description: amount === 0 ? "The price of answering a dispute" : amount < 0 ? "A payment, taken back by the fan's bank" : "A payment, given back by the fan's bank",
      currency: dispute.currency,
      occurredAt: at,
      lines: [
        { account: accounts.rail(dispute.rail), amount, line: taken },
        { account: accounts.rail(dispute.rail), amount: -fee, line: kept },
        { account: undecided, amount: -amount, line: taken },
        { account: accounts.providerFees, amount: fee, line: kept },
      ],
    });
  }
}

/** Keeps back what is there of each creator's share. */
export async function bookHold(tx: Tx, dispute: DisputeModel, shares: DisputeShareModel[], at: Date): Promise<void> {
  await bookShares(tx, dispute, shares, { key: "hold", kind: "hold", description: "Held while the fan's bank decides", at, lines: ({ creatorId, held }) => [
    { account: accounts.creator(creatorId), amount: held, line: "held: the fan's bank disputes this payment" },
    { account: accounts.held(creatorId), amount: -held, line: "held for a dispute" },
  ] });
}

/** The bank decided for us: what was held is theirs again. */
export async function bookRelease(tx: Tx, dispute: DisputeModel, shares: DisputeShareModel[], at: Date): Promise<void> {
  await bookShares(tx, dispute, shares, { key: "release", kind: "release", description: "Released: the dispute ended well", at, lines: ({ creatorId, held }) => [
    { account: accounts.held(creatorId), amount: held, line: "no longer held for a dispute" },
    { account: accounts.creator(creatorId), amount: -held, line: "released: the dispute ended in your favour" },
  ] });
}

interface Shared {
  key: string;
  kind: "hold" | "release";
  description: string;
  at: Date;
  lines: (share: DisputeShareModel) => Line[];
}
async function bookShares(tx: Tx, dispute: DisputeModel, shares: DisputeShareModel[], { key, kind, description, at, lines }: Shared): Promise<void> {
  const all = shares.filter(({ held }) => held > 0).flatMap(lines);
  if (all.length > 0) await postTransaction(tx, { idempotencyKey: `dispute:${dispute.id}:${key}`, kind, causeId: dispute.id, description, currency: dispute.currency, occurredAt: at, lines: all });
}

/** The bank decided against us: what was held pays, then the creator's balance for what had been paid out; our fee goes back, and the card's fee is ours to bear. */
export async function bookLoss(tx: Tx, dispute: DisputeModel, shares: DisputeShareModel[], at: Date): Promise<void> {
  // Of what was returned before, nothing is lost.
  if (dispute.amount === 0 && shares.length === 0) return;
  const { platformFee, processingFee } = dispute;
  const excess = dispute.amount - platformFee - processingFee - shares.reduce((sum, { net }) => sum + net, 0);
  await postTransaction(tx, {
    idempotencyKey: `dispute:${dispute.id}:lost`,
    kind: "dispute",
    causeId: dispute.id,
    description: "A disputed payment, lost",
    currency: dispute.currency,
    occurredAt: at,
    lines: [
      ...shares.flatMap(({ creatorId, net, held }) => [
        { account: accounts.held(creatorId), amount: held, line: "a disputed payment, lost: paid out of what was held" },
        { account: accounts.creator(creatorId), amount: net - held, line: "a disputed payment, lost after it had been paid out to you; your next sales make up for it" },
      ]),
      { account: accounts.platformFees, amount: platformFee, line: "platform fee of a lost payment, given back" },
      { account: accounts.providerFees, amount: processingFee, line: "card processing of a lost payment, kept by the payment provider" },
      { account: accounts.losses, amount: excess, line: "disputed beyond what was left of the payment" },
      { account: undecided, amount: -dispute.amount, line: "decided for the fan" },
    ],
  });
}

/** What was booked for a loss, turned round; what had been held is free at once. */
export async function unbookLoss(tx: Tx, dispute: DisputeModel, at: Date): Promise<void> {
  const booked = await tx.ledgerEntry.findMany({ where: { transaction: { causeId: dispute.id, OR: [{ idempotencyKey: `dispute:${dispute.id}:lost` }, { kind: "shield" }] } }, include: { account: true }, take: 200 });
  const lines = booked.map(({ account, amount, line }): Line => {
    const of = account.creatorId ? accounts.creator(account.creatorId) : { code: account.code, kind: account.kind };
    return { account: of, amount: -Number(amount), line: `${line}; undone, as the dispute was won by an appeal` };
  });
  if (lines.length > 0) await postTransaction(tx, { idempotencyKey: `dispute:${dispute.id}:regained`, kind: "dispute", causeId: dispute.id, description: "A lost dispute, won by an appeal", currency: dispute.currency, occurredAt: at, lines });
}
