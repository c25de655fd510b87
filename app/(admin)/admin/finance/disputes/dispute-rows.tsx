import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { Chip } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { type DeskDispute, sayReason, sayStage } from "@/lib/commerce/disputes";
import { isUrgent, sayClock, stageTone } from "./say-dispute";

export function DisputeRows({ disputes, now }: { disputes: DeskDispute[]; now: Date }) {
  return (
    <Table caption="Disputes">
      <thead>
        <tr>
          <Th>Opened</Th>
          <Th numeric>Amount</Th>
          <Th>A rule decides in</Th>
          <Th>Fan</Th>
          <Th>Why</Th>
          <Th>Stage</Th>
          <Th>Decided</Th>
          <Th numeric>Held</Th>
        </tr>
      </thead>
      <tbody>
        {disputes.map((dispute) => (
          <Tr key={dispute.id}>
            <Td className="whitespace-nowrap">
              <Link href={`/admin/finance/disputes/${dispute.id}`} className="link">
                <DateTime date={dispute.openedAt} style="moment" />
              </Link>
            </Td>
            <Td numeric className="font-semibold">
              <Money amount={dispute.amount} currency={dispute.currency} />
            </Td>
            <Td className="whitespace-nowrap">
              <Clock dispute={dispute} now={now} />
            </Td>
            <Td className="whitespace-nowrap" dir="auto">
              {dispute.fanName}
            </Td>
            <Td className="min-w-56 text-soft first-letter:uppercase">{sayReason(dispute.reason)}</Td>
            <Td>
              <Chip tone={stageTone[dispute.stage]}>{sayStage[dispute.stage]}</Chip>
            </Td>
            <Td className="whitespace-nowrap">{dispute.decision === null ? <span className="text-soft">not yet</span> : dispute.decision === "submit" ? "answered" : "accepted"}</Td>
            <Td numeric>{dispute.held > 0 ? <Money amount={dispute.held} currency={dispute.currency} tone="held" /> : "–"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Clock({ dispute: { decision, endedAt, answerBy }, now }: { dispute: DeskDispute; now: Date }) {
  if (endedAt) return <span className="text-soft">ended <DateTime date={endedAt} style="short" /></span>;
  if (decision) return <span className="text-soft">–</span>;
  return <span className={isUrgent(answerBy, now) ? "font-semibold text-danger" : ""}>{sayClock(answerBy, now)}</span>;
}
