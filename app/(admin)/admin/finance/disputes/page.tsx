import type { Metadata } from "next";
import { Suspense } from "react";
import { found } from "@/app/_server/found";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Skeleton } from "@/app/_ui/surfaces/skeleton";
import { disputesByDeadline, listDisputes, sayStage, stages } from "@/lib/commerce/disputes";
import { adminContext } from "../../../_parts/admin-context";
import { Choice } from "../_parts/choice";
import { FinanceHead } from "../_parts/finance-head";
import { Pages } from "../_parts/pages";
import { DisputeRows } from "./dispute-rows";
import { DisputeViews } from "./dispute-views";
import { Ratio } from "./ratio";

export const metadata: Metadata = { title: "Disputes" };

const path = "/admin/finance/disputes";

export default async function Disputes({ searchParams }: { searchParams: Promise<{ show?: string; cursor?: string }> }) {
  const { show: asked, cursor } = await searchParams;
  const ctx = await adminContext();
  const stage = stages.find((one) => one === asked);
  const show = stage ?? (asked === "all" ? "all" : undefined);
  const list = await found(show === undefined ? disputesByDeadline(ctx, { limit: 40, cursor }) : listDisputes(ctx, { limit: 40, cursor, ...(stage ? { stages: [stage] } : {}) }));
  return (
    <>
      <FinanceHead at={path} title="Disputes" lead="Payments that a bank asks about or has taken back. A rule decides each when its time to add has passed; you can decide before it does." />
      <DisputeViews at={path} />
      <Suspense fallback={<Skeleton className="mb-6 h-32 w-full rounded-m" />}>
        <Ratio />
      </Suspense>
      <Choice label="Stage" path={path} name="show" current={show} options={[{ value: undefined, label: "Not decided, most urgent first" }, { value: "all", label: "All" }, ...stages.map((one) => ({ value: one, label: sayStage[one] }))]} />
      {list.data.length === 0 ? (
        <EmptyState title={show === undefined ? "Nothing waits" : "None"}>{show === undefined ? "No bank asks, or every question has its answer." : "No dispute stands there."}</EmptyState>
      ) : (
        <DisputeRows disputes={list.data} now={ctx.now} />
      )}
      <Pages path={path} query={{ show }} cursor={cursor} next={list.nextCursor} nextLabel={show === undefined ? "Later ones" : "Older"} />
    </>
  );
}
