import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { Chip } from "@/app/_ui/surfaces/chip";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import type { PayoutView } from "@/lib/commerce/payouts";
import { sayState } from "./say-state";

/** Payouts, newest first; each leads to what it settles. */
export function PayoutTable({ payouts }: { payouts: PayoutView[] }) {
  if (payouts.length === 0) return <EmptyState title="No payout yet">Each one stands here with what it settles, from the day it is begun.</EmptyState>;
  return (
    <Table caption="Payouts, newest first">
      <thead>
        <tr>
          <Th>Begun</Th>
          <Th>What became of it</Th>
          <Th numeric>Arrives</Th>
        </tr>
      </thead>
      <tbody>
        {payouts.map((payout) => (
          <Tr key={payout.id} className="relative">
            <Td className="w-24 whitespace-nowrap text-soft">
              <DateTime date={payout.createdAt} style="short" />
            </Td>
            <Td className="w-full">
              <Link href={`/studio/payouts/${payout.id}`} className="rounded-s -outline-offset-2 after:absolute after:inset-0">
                {sayState(payout)}
              </Link>
              {payout.method === "instant" && <Chip className="ml-2">instant</Chip>}
            </Td>
            <Td numeric>
              <Money amount={payout.amount} currency={payout.currency} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
