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
      <Suspense fallback={<Skeleton className="h-56 w-full rounded-l" />}>
        <Held />
      </Suspense>
      <div className="mt-7 grid gap-x-9 gap-y-8 xl:grid-cols-2">
        <Suspense fallback={<TableSkeleton rows={6} />}>
          <Waits />
        </Suspense>
        <Suspense fallback={<Skeleton className="h-72 w-full rounded-l" />}>
          <MoneyChart />
        </Suspense>
      </div>
    </>
  );
}
