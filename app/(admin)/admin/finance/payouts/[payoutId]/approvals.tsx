import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import type { PayoutDesk } from "@/lib/commerce/payouts";
import { formatMoney } from "@/lib/platform/money/format";
import { ActDialog } from "../../_parts/act-dialog";
import { Part } from "../../_parts/part";

/** Two people agree to a large payout: who was first, and whether one may be the second. */
export function Approvals({ desk: { payout, payee, approvals, approversNeeded, holds } }: { desk: PayoutDesk }) {
  const yours = approvals.some(({ you }) => you);
  const held = holds.some(({ inForce }) => inForce);
  const last = approvals.length === approversNeeded - 1;
  return (
    <Part title="Wants the yes of two people" className="mb-7 rounded-m border border-held bg-held-wash px-4 py-3.5" sum={<Chip tone="held">{approvals.length} of {approversNeeded}</Chip>}>
      <ul className="mb-3">
        {approvals.map(({ userId, name, reason, at, you }) => (
          <li key={userId}>
            <b className="font-semibold">{name}</b>
            {you && " (you)"} agreed on <DateTime date={at} style="moment" />: “{reason}”
          </li>
        ))}
        {approvals.length === 0 && <li>Nobody has agreed yet.</li>}
      </ul>
      {held ? (
        <p className="text-soft">It is held: release the hold below first.</p>
      ) : yours ? (
        <p className="text-soft">You have agreed. The second yes has to come from somebody else.</p>
      ) : (
        <ActDialog act="approvePayout" id={payout.id} label="Agree" title={`Agree to ${formatMoney({ amount: payout.amount, currency: payout.currency })}?`} description={last ? `You are the second: it is sent to ${payee.name} at once.` : "You are the first: another administrator has to agree before it is sent."} confirm="Agree" done={last ? "Agreed by two; it is being sent." : "Noted. Another administrator has to agree."} variant="strong" />
      )}
    </Part>
  );
}
