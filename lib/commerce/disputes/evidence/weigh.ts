import { openedOftenFrom, strengthPoints } from "../rules";
import type { EvidenceFacts } from "./gather-facts";

export interface Weighed {
  /** 0 to 100. */
  strength: number;
  /** What counted, in words for the creator and the desk. */
  because: { words: string; points: number }[];
}

/** How strong the evidence is: points for what there is to show, less for what speaks against it. Pure. */
export function weigh(facts: EvidenceFacts, reason: string): Weighed {
  const { deliveries, access, atCheckout } = facts;
  const opened = deliveries.length > 0 || access?.firstUsedAt !== undefined;
  const homes = new Set([atCheckout?.address, ...facts.signIns.map(({ address }) => address)].filter(Boolean));
  const cancelled = facts.cancelRequestedAt !== undefined && facts.cancelRequestedAt < facts.sale.occurredAt;
  const points: [boolean, keyof typeof strengthPoints, string][] = [
    [atCheckout !== undefined, "signedIn", "The fan was signed in when they paid."],
    [opened, "opened", "They opened what they paid for."],
    [deliveries.length >= openedOftenFrom, "openedOften", `They opened or played something ${deliveries.length} times.`],
    [deliveries.some(({ address }) => homes.has(address)), "sameAddress", "It was opened from an address they sign in from."],
    [facts.paidBefore.length > 0, "paidBefore", "They paid this page before, and nobody objected."],
    [facts.mails.length > 0, "receiptSent", "They got a receipt by mail."],
    [facts.terms !== undefined, "termsAccepted", "They agreed to the terms before paying."],
    [facts.additions.length > 0, "creatorAdded", "You added something."],
    [cancelled, "cancelledBefore", "They had asked to leave before this payment."],
    [reason === "product_not_received" && !opened, "neverOpened", "They say they got nothing, and there is no record that they opened anything."],
    [reason === "duplicate" && facts.lookalikes.length > 0, "lookalikeCharge", "There is another payment of the same amount within a day."],
  ];
  const because = points.filter(([holds]) => holds).map(([, name, words]) => ({ words, points: strengthPoints[name] }));
  const sum = because.reduce((total, one) => total + one.points, 0);
  return { strength: Math.min(Math.max(sum, 0), 100), because };
}
