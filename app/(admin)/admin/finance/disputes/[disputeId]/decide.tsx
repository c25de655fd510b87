import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import { counterFee, type DisputeDetail, type DisputeOfDesk } from "@/lib/commerce/disputes";
import { formatMoney } from "@/lib/platform/money/format";
import { ActDialog } from "../../_parts/act-dialog";
import { Part } from "../../_parts/part";
import { sayClock } from "../say-dispute";

/** What was decided and by whom; or the clock, and the two ways to decide before the rule does. */
export function Decide({ dispute, desk: { decision, sentAt }, now }: { dispute: DisputeDetail; desk: DisputeOfDesk; now: Date }) {
  const say = formatMoney({ amount: dispute.amount, currency: dispute.currency });
  if (decision) {
    return (
      <Part title={dispute.decision === "submit" ? "The evidence is sent" : "The loss is accepted"} className="mb-7 rounded-m border border-line bg-surface px-4 py-3.5" sum={<Chip>{decision.rule}</Chip>}>
        <p>
          Decided by {decision.by} on <DateTime date={decision.at} style="moment" />: {decision.reason}
        </p>
        <p className="text-soft">{sentAt ? <>The provider has it since <DateTime date={sentAt} style="moment" />.</> : "The queue is sending it."}</p>
      </Part>
    );
  }
  if (dispute.stage !== "open" && dispute.stage !== "warned") return null;
  return (
    <Part title="Not decided yet" className="mb-7 rounded-m border border-held bg-held-wash px-4 py-3.5" sum={<Chip tone="held">a rule decides in {sayClock(dispute.answerBy, now)}</Chip>}>
      <p className="mb-3">
        The creator can add until <DateTime date={dispute.answerBy} style="moment" />
        {dispute.dueBy && (
          <>
            ; the bank hears nothing after <DateTime date={dispute.dueBy} style="moment" />
          </>
        )}
        . Answering puts {formatMoney({ amount: counterFee, currency: "usd" })} at risk, given back when it is won.
      </p>
      <div className="flex flex-wrap gap-3">
        <ActDialog act="submitDispute" id={dispute.id} label="Send the evidence" title="Send the evidence now?" description="The bank gets what stands below, and nothing can be added any more." confirm="Send it" done="Decided; the queue sends it." hint="The creator reads it." variant="strong" />
        <ActDialog act="acceptDispute" id={dispute.id} label="Accept the loss" title={`Accept the loss of ${say}?`} description="The bank is told that we do not fight it. It cannot be taken back." confirm="Accept it" done="Decided; the bank is told." hint="The creator reads it." variant="danger" />
      </div>
    </Part>
  );
}
