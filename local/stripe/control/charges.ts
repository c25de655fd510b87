import { decideDispute, isOpen, openDispute, type Outcome } from "../engine/disputes";
import { newWarning } from "../engine/warnings";
import { flagIn, numberIn, textIn, type Command } from "./fields";

/** What banks do about charges, at any time. */
export const chargeCommands: Readonly<Record<string, Command>> = {
  "/_double/dispute": (world, fields) => {
    const ctx = world.context();
    const charge = ctx.db.charges.get(textIn(fields, "charge") ?? "");
    if (charge?.status !== "succeeded") return { dispute: null };
    const amount = fields["amount"] === undefined ? undefined : numberIn(fields, "amount", charge.amount);
    const dueInDays = fields["dueInDays"] === undefined ? undefined : numberIn(fields, "dueInDays", 7);
    return { dispute: openDispute(ctx, charge, { reason: textIn(fields, "reason") ?? "fraudulent", amount, inquiry: flagIn(fields, "inquiry", false), dueInDays }).id };
  },
  "/_double/warn": (world, fields) => {
    const ctx = world.context();
    const charge = ctx.db.charges.get(textIn(fields, "charge") ?? "");
    return { warning: charge ? newWarning(ctx, charge, textIn(fields, "fraudType") ?? "misc").id : null };
  },
  "/_double/decide": (world, fields) => {
    const ctx = world.context();
    const dispute = ctx.db.disputes.get(textIn(fields, "dispute") ?? "");
    const outcome = (["won", "lost", "withdrawn"] as const satisfies readonly Outcome[]).find((one) => one === fields["outcome"]);
    if (!dispute || !outcome || !isOpen(dispute)) return { decided: false };
    decideDispute(ctx, dispute, outcome);
    return { decided: true, status: dispute.status };
  },
};
