import type { Metadata } from "next";
import Link from "next/link";
import { found } from "@/app/_server/found";
import { Chip } from "@/app/_ui/surfaces/chip";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { type BlockView, listBlocks } from "@/lib/commerce/disputes";
import { adminContext } from "../../../../_parts/admin-context";
import { ActDialog } from "../../_parts/act-dialog";
import { FinanceHead } from "../../_parts/finance-head";
import { IdLink } from "../../_parts/id-link";
import { Pages } from "../../_parts/pages";
import { DisputeViews } from "../dispute-views";

export const metadata: Metadata = { title: "Blocked buyers" };

const path = "/admin/finance/disputes/blocks";

export default async function Blocks({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const ctx = await adminContext();
  const blocks = await found(listBlocks(ctx, { limit: 40, cursor }));
  return (
    <>
      <FinanceHead at="/admin/finance/disputes" title="Disputes" lead="Who may not buy, from one page or from any, by which rule, and what they are told. A block of a dispute ends by itself when it ends well." />
      <DisputeViews at={path} />
      {blocks.data.length === 0 ? <EmptyState title="Nobody is blocked">A buyer is blocked from a page while they dispute a payment to it, and from all once what is known of them adds up.</EmptyState> : <Rows blocks={blocks.data} />}
      <Pages path={path} query={{}} cursor={cursor} next={blocks.nextCursor} />
    </>
  );
}

function Rows({ blocks }: { blocks: BlockView[] }) {
  return (
    <Table caption="Blocks of buyers, newest first">
      <thead>
        <tr>
          <Th>Buyer</Th>
          <Th>From</Th>
          <Th>Rule</Th>
          <Th>What they read</Th>
          <Th>Since</Th>
          <Th>Because of</Th>
          <Th>
            <span className="sr-only">What to do</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <Tr key={block.id}>
            <Td className="num">
              <Link href={`/admin/audit?subject=${block.userId}`} title={block.userId} className="link whitespace-nowrap">
                usr_…{block.userId.slice(-6)}
              </Link>
            </Td>
            <Td className="whitespace-nowrap">{block.creatorId ? <Link href={`/admin/finance/ledger?creator=${block.creatorId}`} className="link num">crt_…{block.creatorId.slice(-6)}</Link> : <Chip tone="danger">everybody</Chip>}</Td>
            <Td className="whitespace-nowrap">{block.rule}</Td>
            <Td className="min-w-56 text-soft">
              {block.reason}
              {block.liftedReason && <span className="block text-tiny">Lifted: {block.liftedReason}</span>}
            </Td>
            <Td className="whitespace-nowrap text-soft">
              <DateTime date={block.startsAt} style="moment" />
            </Td>
            <Td>{block.causeId ? <IdLink id={block.causeId} /> : "–"}</Td>
            <Td>{block.liftedAt ? <span className="whitespace-nowrap text-soft">lifted <DateTime date={block.liftedAt} style="short" /></span> : <ActDialog act="liftBlock" id={block.id} label="Lift" title="Let them buy again?" description="They can pay at once. If their bank takes a payment back again, a new block begins." confirm="Lift" done="Lifted." />}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
