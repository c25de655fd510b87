import Link from "next/link";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { Chip, type ChipTone } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import type { FeeSchedules } from "@/lib/commerce/fees";
import { ActDialog } from "../_parts/act-dialog";
import { percent } from "./percent";

type Schedule = FeeSchedules["schedules"][number];
const states: Record<Schedule["state"], { label: string; tone: ChipTone }> = { to_come: { label: "to come", tone: "held" }, in_force: { label: "in force", tone: "in" }, past: { label: "past", tone: "plain" } };

/** Every schedule with its time, what $10.00 gives under it, and who agreed. */
export function Schedules({ schedules }: { schedules: Schedule[] }) {
  return (
    <Table caption="Fee schedules, newest first">
      <thead>
        <tr>
          <Th>State</Th>
          <Th>From</Th>
          <Th>Until</Th>
          <Th numeric>Our share</Th>
          <Th>Of $10.00</Th>
          <Th numeric>Sales</Th>
          <Th>Agreed by</Th>
        </tr>
      </thead>
      <tbody>
        {schedules.map((schedule, index) => (
          <Tr key={schedule.id}>
            <Td className="align-top">
              <Chip tone={states[schedule.state].tone}>{states[schedule.state].label}</Chip>
            </Td>
            <Td className="align-top whitespace-nowrap">
              <DateTime date={schedule.effectiveFrom} />
            </Td>
            <Td className="align-top whitespace-nowrap text-soft">{schedule.until ? <DateTime date={schedule.until} /> : "further notice"}</Td>
            <Td numeric className="align-top font-semibold">
              {percent(schedule.platformBps)}
              <span className="block text-tiny font-normal text-soft">
                card, estimated: {percent(schedule.estimateProcessingBps)} + {schedule.estimateProcessingFixed}¢
              </span>
            </Td>
            <Td className="min-w-60 align-top">
              <PriceSplit split={{ ...schedule.example, platform: schedule.example.platformFee, processing: schedule.example.processingFee }} />
            </Td>
            <Td numeric className="align-top">
              <Link className="link" href={`/admin/finance/ledger?kind=sale&from=${schedule.effectiveFrom.slice(0, 10)}${schedule.until ? `&to=${dayBefore(schedule.until)}` : ""}`}>
                {schedule.sales >= 1_000 ? "1,000+" : schedule.sales}
              </Link>
            </Td>
            <Td className="min-w-44 align-top">
              <Agreed schedule={schedule} last={index === 0} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const dayBefore = (moment: string): string => new Date(Date.parse(moment) - 86_400_000).toISOString().slice(0, 10);

function Agreed({ schedule: { id, proposal, note, state, effectiveFrom }, last }: { schedule: Schedule; last: boolean }) {
  return (
    <>
      <span className="block">{note}</span>
      {proposal ? (
        <span className="block text-tiny text-soft">
          {proposal.proposed?.by}: “{proposal.proposed?.reason}” {proposal.approved?.by}: “{proposal.approved?.reason}” {proposal.raises && (proposal.toldAt ? <>All creators told by <DateTime date={proposal.toldAt} style="moment" />.</> : "Creators are being told.")}
        </span>
      ) : (
        <span className="block text-tiny text-soft">Set when the house was built.</span>
      )}
      {state === "to_come" && last && (
        <span className="mt-1.5 block">
          <ActDialog act="withdrawFees" id={id} label="Withdraw" title="Withdraw these fees?" description={<>They will not begin on <DateTime date={effectiveFrom} />. Who was told of them is told that.</>} confirm="Withdraw" done="Withdrawn." variant="danger" />
        </span>
      )}
    </>
  );
}

