import { formatMoney } from "@/lib/platform/money";
import type { Stage } from "./stages";

const reasons: Record<string, string> = {
  fraudulent: "the card's owner says the payment was not theirs",
  unrecognized: "the card's owner does not recognise the payment",
  product_not_received: "the fan says they did not get what they paid for",
  product_unacceptable: "the fan says it was not what was promised",
  duplicate: "the fan says they were charged twice",
  subscription_canceled: "the fan says they had left before they were charged",
  credit_not_processed: "the fan says a refund was promised and did not come",
  general: "the bank gives no particular reason",
};

/** Why a bank takes a payment back, as a sentence goes on: "…because the card's owner says the payment was not theirs". */
export const sayReason = (reason: string): string => reasons[reason] ?? `the bank's reason is “${reason.replaceAll("_", " ")}”`;

export const sayStage: Record<Stage, string> = {
  warned: "The bank asks about it",
  warned_answered: "Answered, the bank reads",
  closed: "Closed, nothing was taken",
  open: "Disputed",
  submitted: "With the bank",
  won: "Won",
  withdrawn: "Taken back by the fan",
  lost: "Lost",
};

interface Told {
  amount: number;
  currency: string;
  reason: string;
  inquiry: boolean;
  stage: string;
  openedAt: Date;
  decision: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  sentAt: Date | null;
  endedAt: Date | null;
  held: number;
  additions: { createdAt: Date; readyAt: Date | null; fileName: string | null }[];
}

/** What a dispute of nothing is about. */
export const returned = "a payment that had been returned";

/** What happened, oldest first, in whole sentences for the creator. Pure. */
export function timelineOf(dispute: Told): { at: string; what: string; more: string | null }[] {
  const money = dispute.amount > 0 ? formatMoney({ amount: dispute.amount, currency: dispute.currency }) : returned;
  const held = dispute.held > 0 ? `${formatMoney({ amount: dispute.held, currency: dispute.currency })} of yours ${dispute.endedAt ? "was kept back." : "is kept back until the bank has decided."}` : null;
  const events: { at: Date; what: string; more: string | null }[] = [
    { at: dispute.openedAt, what: dispute.inquiry ? `The fan's bank asked about ${money}.` : `The fan's bank took ${money} back.`, more: `Because ${sayReason(dispute.reason)}.${!dispute.inquiry && held ? ` ${held}` : ""}` },
    ...dispute.additions.filter(({ readyAt }) => readyAt !== null).map(({ createdAt, fileName }) => ({ at: createdAt, what: fileName === null ? "You added words." : `You added the file ${fileName}.`, more: null })),
  ];
  if (dispute.decidedAt) events.push({ at: dispute.decidedAt, what: dispute.decision === "submit" ? "It was decided to answer." : "It was decided not to fight it.", more: dispute.decisionReason });
  if (dispute.sentAt) events.push({ at: dispute.sentAt, what: dispute.decision === "submit" ? "The evidence went to the bank." : "The bank was told that the loss is accepted.", more: dispute.decision === "submit" ? "Banks usually take weeks to decide, sometimes months." : null });
  if (dispute.endedAt) events.push({ at: dispute.endedAt, what: endOf(dispute.stage), more: null });
  return events.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest }));
}

function endOf(stage: string): string {
  if (stage === "won") return "The bank decided for you. What was kept back is yours again.";
  if (stage === "withdrawn") return "The fan took it back. What was kept back is yours again.";
  return stage === "closed" ? "The bank closed its question. Nothing was taken." : "The bank decided for the fan.";
}
