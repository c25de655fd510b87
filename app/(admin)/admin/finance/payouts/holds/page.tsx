import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { holdRules, listHolds } from "@/lib/commerce/payouts";
import { asId } from "@/lib/platform/ids";
import { adminContext } from "../../../../_parts/admin-context";
import { Choice } from "../../_parts/choice";
import { FinanceHead } from "../../_parts/finance-head";
import { HoldDialog } from "../../_parts/hold-dialog";
import { Pages } from "../../_parts/pages";
import { HoldRows } from "../hold-rows";
import { PayoutViews } from "../payout-views";

export const metadata: Metadata = { title: "Holds" };

const path = "/admin/finance/payouts/holds";
type Query = { show?: string; creator?: string; cursor?: string };

export default async function Holds({ searchParams }: { searchParams: Promise<Query> }) {
  const { show, creator, cursor } = await searchParams;
  const ctx = await adminContext();
  const all = show === "all" ? "all" : undefined;
  const holds = await found(listHolds(ctx, { inForce: all === undefined, creatorId: creator ? asId("creator", creator) : undefined, limit: 40, cursor }));
  return (
    <>
      <FinanceHead at="/admin/finance/payouts" title="Payouts" lead="What keeps payouts back: by which rule, whose decision, until when, and what ends it. The creator reads the same." actions={<HoldDialog rules={holdRules} />} />
      <PayoutViews at={path} />
      <Choice label="Which holds" path={path} name="show" query={{ creator }} current={all} options={[{ value: undefined, label: "In force" }, { value: "all", label: "All there ever were" }]} />
      {holds.data.length === 0 ? <EmptyState title="Nothing is held">Rules hold by themselves, after a bank was changed or refused; you can hold by hand.</EmptyState> : <HoldRows holds={holds.data} now={ctx.now} />}
      <Pages path={path} query={{ show: all, creator }} cursor={cursor} next={holds.nextCursor} />
    </>
  );
}
