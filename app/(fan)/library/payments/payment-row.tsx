import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { Chip, type ChipTone } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import type { PaymentView } from "@/lib/commerce/papers";

const tones: Record<PaymentView["state"], ChipTone> = { paid: "plain", "returned in part": "held", returned: "held", disputed: "danger", "taken back": "danger" };
const words: Record<PaymentView["state"], string> = { paid: "Paid", "returned in part": "Returned in part", returned: "Returned", disputed: "Disputed at your bank", "taken back": "Taken back by your bank" };

function What({ payment: { kind, creator, tierName, title, postId } }: { payment: PaymentView }) {
  const page = (
    <Link href={`/c/${creator.handle}`} className="link font-semibold">
      {creator.name}
    </Link>
  );
  if (kind === "tip") return <>A tip for {page}</>;
  if (kind === "post" || kind === "bundle") {
    return (
      <>
        {kind === "post" ? "Post: " : "Bundle: "}
        <Link href={postId ? `/p/${postId}` : "/library/purchases"} className="link font-semibold">
          {title}
        </Link>{" "}
        by {page}
      </>
    );
  }
  return (
    <>
      {page}
      <span className="text-soft">
        {tierName ? `, ${tierName}` : ""}
        {kind === "gift" ? ", a gift" : ""}
      </span>
    </>
  );
}

export function PaymentRow({ payment }: { payment: PaymentView }) {
  const { id, paidAt, amount, returned, currency, state, orderId } = payment;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-t border-line py-4">
      <p className="min-w-0 break-words">
        <What payment={payment} />
      </p>
      <p className="text-right">
        <Money amount={amount} currency={currency} className="font-semibold" />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-soft">
        <DateTime date={paidAt} />
        <Chip tone={tones[state]}>{words[state]}</Chip>
        {state === "returned in part" && (
          <span>
            <Money amount={returned} currency={currency} /> came back
          </span>
        )}
        {orderId && (
          <Link href={`/order/${orderId}/withdraw`} className="link py-1">
            Withdraw from contract
          </Link>
        )}
      </p>
      <p className="text-right text-small">
        <a href={`/api/v1/receipts/${id}`} target="_blank" rel="noreferrer" className="link inline-block py-1">
          Receipt<span className="sr-only"> for this payment (PDF, opens a new tab)</span>
        </a>
      </p>
    </li>
  );
}
