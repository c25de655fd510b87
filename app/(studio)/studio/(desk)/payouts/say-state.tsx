import { DateTime } from "@/app/_ui/time/date-time";
import type { PayoutView } from "@/lib/commerce/payouts";

/** What became of a payout, in a creator's words. */
export function sayState({ state, bankLast4, arrivesAt, paidAt, failureMessage }: PayoutView): React.ReactNode {
  const bank = `account ending in ${bankLast4 ?? "????"}`;
  switch (state) {
    case "awaiting_approval":
      return "Waits for two people at DirectFanz to agree, as it is a large one";
    case "pending":
    case "transferred":
      return `Being sent to the ${bank}`;
    case "in_transit":
      return (
        <>
          On its way to the {bank}
          {arrivesAt && (
            <>
              , there by <DateTime date={arrivesAt} style="day" />
            </>
          )}
        </>
      );
    case "paid":
      return (
        <>
          Arrived at the {bank}
          {paidAt && (
            <>
              {" "}
              on <DateTime date={paidAt} style="day" />
            </>
          )}
        </>
      );
    case "failed":
      return `Sent back by the bank; its money is coming back to us: ${failureMessage ?? ""}`;
    case "returned":
      return `Sent back by the bank, and in your balance again: ${failureMessage ?? ""}`;
    case "cancelled":
      return `Not sent, and in your balance again: ${failureMessage ?? ""}`;
  }
}
