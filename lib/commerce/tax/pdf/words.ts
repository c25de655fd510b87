import { formatMoney } from "@/lib/platform/money";
import type { DocumentPayload } from "../payload";
import { maskTin } from "../tin";

export interface Box {
  /** "1a", "5a". */
  box: string;
  label: string;
  value: string;
}
const money = (amount: number): string => formatMoney({ amount, currency: "usd" });
const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const titles: Record<DocumentPayload["form"], string> = {
  "1099-K": "Payment Card and Third Party Network Transactions",
  "1099-NEC": "Nonemployee Compensation",
  "1099-MISC": "Miscellaneous Information",
  DAC7: "What we report about you under Directive (EU) 2021/514",
};
export const titleOf = (form: DocumentPayload["form"]): string => titles[form];

/** Every box of a form as its copy shows it. */
export function boxesOf(payload: DocumentPayload): Box[] {
  const { form, gross, withheld, payments } = payload;
  const federalTax = { box: "4", label: "Federal income tax withheld", value: money(withheld) };
  const [place, tax] = form === "1099-K" ? ["6", "8"] : form === "1099-NEC" ? ["6", "5"] : ["17", "16"];
  const state = payload.stateFiled ? [{ box: place, label: "State and our number there", value: [payload.stateFiled, payload.stateId].filter(Boolean).join(" / ") }, { box: tax, label: "State income tax withheld", value: money(0) }] : [];
  switch (form) {
    case "1099-K":
      return [
        { box: "1a", label: "Gross amount of payment card and third party network transactions", value: money(gross) },
        { box: "1b", label: "Card not present transactions", value: money(gross) },
        { box: "2", label: "Merchant category code", value: payload.merchantCategory },
        { box: "3", label: "Number of payment transactions", value: payments.toLocaleString("en-US") },
        federalTax,
        ...payload.months.map((amount, n) => ({ box: `5${String.fromCharCode(97 + n)}`, label: monthNames[n] ?? "", value: money(amount) })),
        ...state,
      ];
    case "1099-NEC":
      return [{ box: "1", label: "Nonemployee compensation", value: money(gross) }, federalTax, ...state];
    case "1099-MISC":
      return [{ box: "3", label: "Other income", value: money(gross) }, federalTax, ...state];
    case "DAC7":
      return (payload.dac7?.quarters ?? []).flatMap((quarter, n) => [
        { box: `Q${n + 1}`, label: "Paid by fans", value: money(quarter.gross) },
        { box: `Q${n + 1}`, label: "Fees and commissions", value: money(quarter.fees) },
        { box: `Q${n + 1}`, label: "Number of payments", value: quarter.payments.toLocaleString("en-US") },
      ]);
  }
}

/** What stands at the foot. The federal wording follows Publication 1179's for copy B †. */
export function footOf({ form, federal, stateFiled, missing }: { form: DocumentPayload["form"]; federal: boolean; stateFiled: string | null; missing: boolean }): string[] {
  if (form === "DAC7") return ["We report this once a year to the tax authority of a member state, which passes it on to yours. Amounts are in US dollars, as they were paid."];
  const furnished = federal
    ? "This is important tax information and is being furnished to the IRS. If you are required to file a return, a negligence penalty or other sanction may be imposed on you if taxable income results from this transaction and the IRS determines that it has not been reported."
    : `This is important tax information and is being furnished to the tax office of ${stateFiled ?? "your state"}. The federal threshold was not reached.`;
  return [
    furnished,
    ...(form === "1099-K" ? ["Box 1a is everything that fans paid, before our fees, card processing, refunds and disputes. It is more than what reached your bank: Studio, Tax, shows how one becomes the other."] : []),
    ...(missing ? ["Your taxpayer identification number is missing. Sign a Form W-9 in Studio, Tax; until then 24 % of each payout is withheld."] : []),
  ];
}

/** The number on the copy: masked, and said to be missing when it is. */
export const tinOf = ({ recipient }: DocumentPayload): string => (recipient.tin ? maskTin(recipient.tinKind, recipient.tin) : "not provided");
