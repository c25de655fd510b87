import { Money } from "@/app/_ui/money/money";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { sayKind } from "@/lib/commerce/papers";
import type { PayoutView, SettledLine } from "@/lib/commerce/payouts";
import { Part } from "../../_parts/part";

/** The lines of the books that a payout settles, by day and kind, down to what arrives. */
export function Settles({ settled, payout }: { settled: SettledLine[]; payout: PayoutView }) {
  const below = [
    { label: "Taken from the balance", amount: payout.gross },
    ...(payout.withheld > 0 ? [{ label: "Withheld for the tax office", amount: -payout.withheld }] : []),
    ...(payout.fee > 0 ? [{ label: "Instant payout", amount: -payout.fee }] : []),
    { label: "Arrives", amount: payout.amount },
  ];
  return (
    <Part title="What it settles">
      <Table caption="Settled lines by day and kind">
        <thead>
          <tr>
            <Th>Day</Th>
            <Th>What</Th>
            <Th numeric>Lines</Th>
            <Th numeric>Amount</Th>
          </tr>
        </thead>
        <tbody>
          {settled.map(({ day, kind, lines, amount }) => (
            <Tr key={`${day} ${kind}`}>
              <Td className="whitespace-nowrap text-soft">{day}</Td>
              <Td>{sayKind(kind)}</Td>
              <Td numeric className="text-soft">{lines}</Td>
              <Td numeric>
                <Money amount={amount} currency={payout.currency} signed />
              </Td>
            </Tr>
          ))}
          {below.map(({ label, amount }) => (
            <Tr key={label}>
              <Td colSpan={3} className="font-semibold">
                {label}
              </Td>
              <Td numeric className="font-semibold">
                <Money amount={amount} currency={payout.currency} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Part>
  );
}
