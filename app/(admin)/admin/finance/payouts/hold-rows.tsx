import { Chip } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import type { DeskHold } from "@/lib/commerce/payouts";
import { ActDialog } from "../_parts/act-dialog";
import { PayeeLink } from "../_parts/payee-link";

/** Holds with the way to end each. */
export function HoldRows({ holds, now }: { holds: DeskHold[]; now: Date }) {
  return (
    <Table caption="Holds, newest first">
      <thead>
        <tr>
          <Th>Creator</Th>
          <Th>Why</Th>
          <Th>Whose</Th>
          <Th>Since</Th>
          <Th>Until</Th>
          <Th className="hidden md:table-cell">
            <span className="sr-only">What to do</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {holds.map((hold) => (
          <Tr key={hold.id}>
            <Td className="min-w-36 align-top">
              <PayeeLink payee={hold.payee} />
              {/* On a phone the last column lies beyond the edge. */}
              <span className="mt-2 block md:hidden">
                <Release hold={hold} />
              </span>
            </Td>
            <Td className="min-w-64 align-top">
              {hold.reason} <span className="text-soft">{hold.whatToDo}</span>
              {hold.liftedReason && <span className="block text-tiny text-soft">Lifted: {hold.liftedReason}</span>}
            </Td>
            <Td className="align-top whitespace-nowrap">
              {hold.owner ?? "A rule"}
              <span className="block text-tiny text-soft">{hold.rule}</span>
            </Td>
            <Td className="align-top whitespace-nowrap text-soft">
              <TimeAgo date={hold.startsAt} now={now} />
            </Td>
            <Td className="align-top whitespace-nowrap">
              <Until hold={hold} />
            </Td>
            <Td className="hidden align-top md:table-cell">
              <Release hold={hold} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Until({ hold }: { hold: DeskHold }) {
  if (hold.liftedAt) {
    return (
      <span className="text-soft">
        lifted <DateTime date={hold.liftedAt} style="short" />
      </span>
    );
  }
  if (hold.endsAt === null) return <Chip tone="held">no end</Chip>;
  return hold.inForce ? <DateTime date={hold.endsAt} /> : <span className="text-soft">over</span>;
}

const Release = ({ hold }: { hold: DeskHold }) => hold.inForce && <ActDialog act="liftHold" id={hold.id} label="Release" title="Let payouts go again?" description={`The hold on ${hold.payee.name} ends now; the next run pays what is ready.`} confirm="Release" done="Released." />;
