import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import type { FeeProposalView } from "@/lib/commerce/fees";
import { percent } from "./percent";

export function Withdrawn({ proposals }: { proposals: FeeProposalView[] }) {
  return (
    <Table caption="Withdrawn proposals, newest first">
      <thead>
        <tr>
          <Th>Would have begun</Th>
          <Th numeric>Our share</Th>
          <Th>Proposed</Th>
          <Th>Agreed</Th>
          <Th>Withdrawn</Th>
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ id, effectiveFrom, platformBps, proposed, approved, withdrawn }) => (
          <Tr key={id}>
            <Td className="whitespace-nowrap">
              <DateTime date={effectiveFrom} />
            </Td>
            <Td numeric>{percent(platformBps)}</Td>
            {[proposed, approved, withdrawn].map((done, index) => (
              <Td key={index} className="min-w-44">
                {done ? (
                  <>
                    {done.by} <span className="text-soft">“{done.reason}”</span>
                  </>
                ) : (
                  <span className="text-soft">nobody</span>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
