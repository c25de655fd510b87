import type { Metadata } from "next";
import { Suspense } from "react";
import { Skeleton, TableSkeleton } from "@/app/_ui/surfaces/skeleton";
import { FinanceHead } from "./_parts/finance-head";
import { Held } from "./_overview/held";
import { MoneyChart } from "./_overview/money-chart";
import { Waits } from "./_overview/waits";

export const metadata: Metadata = { title: "Finance" };

export default function Finance() {
  return (
    <>
      <FinanceHead at="/admin/finance" title="Finance" lead="Whose money is where, and what waits for a person. Press a number to see what it is made of." />
      {/* On a phone what waits comes first: the numbers are for those who sit. */}
      <div className="grid gap-x-9 gap-y-8 xl:grid-cols-2">
        <div className="order-2 xl:order-1 xl:col-span-2">
          <Suspense fallback={<Skeleton className="h-56 w-full rounded-l" />}>
            <Held />
          </Suspense>
        </div>
        <div className="order-1 min-w-0 xl:order-2">
          <Suspense fallback={<TableSkeleton rows={6} />}>
            <Waits />
          </Suspense>
        </div>
        <div className="order-3 min-w-0">
          <Suspense fallback={<Skeleton className="h-72 w-full rounded-l" />}>
            <MoneyChart />
          </Suspense>
        </div>
      </div>
    </>
  );
}
