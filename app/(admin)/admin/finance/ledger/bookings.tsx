import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { Table, Td, Th } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { type Booking, sayKind } from "@/lib/commerce/papers";
import { IdLink } from "../_parts/id-link";

/** Bookings, each with its lines; a line is the way to where it came from. */
export function Bookings({ bookings }: { bookings: Booking[] }) {
  return (
    <Table caption="Bookings with their lines">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th className="hidden md:table-cell">Account</Th>
          <Th numeric>Debit</Th>
          <Th numeric>Credit</Th>
        </tr>
      </thead>
      {bookings.map((booking) => (
        <tbody key={booking.id} className="border-b-8 border-transparent">
          <tr className="bg-raised/50">
            <Td colSpan={4}>
              <span className="flex flex-wrap items-baseline gap-x-3">
                <DateTime date={booking.occurredAt} style="moment" className="whitespace-nowrap text-soft" />
                <b className="font-semibold">{sayKind(booking.kind)}</b>
                <span className="text-soft">
                  {booking.description}, <IdLink id={booking.causeId} />
                </span>
              </span>
            </Td>
          </tr>
          {booking.lines.map((line) => (
            <tr key={line.id} className="transition-colors hover:bg-raised/60">
              <td className="px-2 py-0.5">
                <Link href={`/admin/finance/ledger/${line.id}`} className="inline-block py-1 hover:underline hover:underline-offset-3 md:py-0.5">
                  {line.line}
                </Link>
                <span className="block text-tiny text-soft md:hidden">{short(line.account, line.creatorId)}</span>
              </td>
              <td className="hidden px-2 py-0.5 md:table-cell">
                <Account code={line.account} creatorId={line.creatorId} />
              </td>
              <td className="px-2 py-1 text-right align-top md:py-0.5">{line.amount > 0 && <Money amount={line.amount} currency={line.currency} />}</td>
              <td className="px-2 py-1 text-right align-top md:py-0.5">{line.amount < 0 && <Money amount={-line.amount} currency={line.currency} />}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

const short = (code: string, creatorId: string | null): string => (creatorId ? code.replace(creatorId, `…${creatorId.slice(-6)}`) : code);

/** An account by its code; a creator's id shows its end, and leads to all that is theirs. */
function Account({ code, creatorId }: { code: string; creatorId: string | null }) {
  return creatorId ? (
    <Link href={`/admin/finance/ledger?creator=${creatorId}`} title={code} className="whitespace-nowrap text-soft hover:text-ink hover:underline">
      {short(code, creatorId)}
    </Link>
  ) : (
    <span className="whitespace-nowrap text-soft">{code}</span>
  );
}
