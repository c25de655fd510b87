import type Stripe from "stripe";
import { balanceOf } from "../engine/balance";
import { newBalanceTransaction } from "../engine/bookings";
import { must, ref } from "../engine/refs";
import { invalid } from "../http/errors";
import { fullList, momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata, requiredCurrency } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { newId } from "../state/ids";
import { contextOf } from "../state/context";

const creatable = ["amount", "currency", "description", "destination", "metadata", "source_transaction", "transfer_group"] satisfies (keyof Stripe.TransferCreateParams)[];

/** Moves money to a connected account: out of the available balance, or out of one charge that may still be pending. */
function create(call: Call): Stripe.Transfer {
  const { params } = call;
  const currency = requiredCurrency(params);
  const destination = must(call.db.accounts, "destination", params.requiredText("destination"), "destination");
  if (destination.capabilities?.transfers !== "active") {
    throw invalid("Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments", { code: "insufficient_capabilities_for_transfer", param: "destination" });
  }
  const source = params.has("source_transaction") ? must(call.db.charges, "charge", params.requiredText("source_transaction"), "source_transaction") : null;
  const amount = params.has("amount") || !source ? params.requiredInteger("amount", 1) : source.amount;
  if (source) requireRoom(call, source, amount);
  else requireAvailable(call, currency, amount);
  return call.db.transfers.put(move(call, { amount, currency, destination: destination.id, source }));
}

function requireAvailable(call: Call, currency: string, amount: number): void {
  if ((balanceOf(call).available.get(currency) ?? 0) >= amount) return;
  throw invalid(
    "You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance",
    { code: "balance_insufficient" },
  );
}

function requireRoom(call: Call, source: Stripe.Charge, amount: number): void {
  const moved = call.db.transfers.by("source_transaction", source.id).reduce((sum, transfer) => sum + transfer.amount, 0);
  if (source.status !== "succeeded" || moved + amount > source.amount) {
    throw invalid("Transfers using this transaction as a source must not exceed the source amount.", { param: "amount" });
  }
}

function move(call: Call, what: { amount: number; currency: string; destination: string; source: Stripe.Charge | null }): Stripe.Transfer {
  const { params } = call;
  const id = newId("tr");
  const description = params.text("description") ?? null;
  const availableOn = call.db.balanceTransactions.get(ref(what.source?.balance_transaction) ?? "")?.available_on ?? call.now;
  const booking = { currency: what.currency, fee: 0, description, availableOn };
  const out = newBalanceTransaction(call, { ...booking, type: "transfer", amount: -what.amount, source: id });
  const payment = newId("py");
  newBalanceTransaction(contextOf(call, what.destination), { ...booking, type: "payment", amount: what.amount, source: payment });
  const transfer: Stripe.Transfer = {
    id,
    object: "transfer",
    amount: what.amount,
    amount_reversed: 0,
    balance_transaction: out.id,
    created: call.now,
    currency: what.currency,
    description,
    destination: what.destination,
    destination_payment: payment,
    livemode: false,
    metadata: mergedMetadata({}, params),
    reversals: fullList(`/v1/transfers/${id}/reversals`, []),
    reversed: false,
    source_transaction: what.source?.id ?? null,
    source_type: "card",
    transfer_group: params.text("transfer_group") ?? what.source?.transfer_group ?? null,
  };
  call.emit("transfer.created", transfer);
  return transfer;
}

function update(call: Call): Stripe.Transfer {
  const transfer = must(call.db.transfers, "transfer", idOf(call));
  transfer.metadata = mergedMetadata(transfer.metadata, call.params);
  transfer.description = call.params.text("description") ?? transfer.description;
  return call.db.transfers.put(transfer);
}

/** Takes back all or a part, from the connected account's balance to ours. */
function reverse(call: Call): Stripe.TransferReversal {
  const transfer = must(call.db.transfers, "transfer", idOf(call));
  const left = transfer.amount - transfer.amount_reversed;
  const amount = call.params.has("amount") ? call.params.requiredInteger("amount", 1) : left;
  if (amount > left || left === 0) throw invalid(`Reversal amount is greater than the unreversed amount on transfer ${transfer.id}.`, { param: "amount" });
  const id = newId("trr");
  const booking = { type: "transfer_refund", currency: transfer.currency, fee: 0, source: id, description: null, availableOn: call.now } as const;
  const back = newBalanceTransaction(call, { ...booking, amount });
  newBalanceTransaction(contextOf(call, ref(transfer.destination) ?? ""), { ...booking, amount: -amount });
  const reversal: Stripe.TransferReversal = {
    id,
    object: "transfer_reversal",
    amount,
    balance_transaction: back.id,
    created: call.now,
    currency: transfer.currency,
    destination_payment_refund: null,
    metadata: mergedMetadata({}, call.params),
    source_refund: null,
    transfer: transfer.id,
  };
  transfer.amount_reversed += amount;
  transfer.reversed = transfer.amount_reversed === transfer.amount;
  transfer.reversals.data.unshift(reversal);
  call.db.transfers.put(transfer);
  call.emit("transfer.reversed", transfer);
  return reversal;
}

function list(call: Call): Stripe.ApiList<Stripe.Transfer> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  const rows = call.db.transfers.where({ destination: params.text("destination"), transfer_group: params.text("transfer_group") });
  return pageOf(call, "/v1/transfers", rows, "transfer", (row) => inTime(row.created));
}

export const transferRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/transfers", accepts: creatable, handle: create },
  { method: "GET", path: "/v1/transfers", accepts: [...pagingNames, "created", "destination", "transfer_group"], handle: list },
  { method: "GET", path: "/v1/transfers/:id", accepts: [], handle: (call) => must(call.db.transfers, "transfer", idOf(call)) },
  { method: "POST", path: "/v1/transfers/:id", accepts: ["description", "metadata"], handle: update },
  { method: "POST", path: "/v1/transfers/:id/reversals", accepts: ["amount", "metadata"], handle: reverse },
];
