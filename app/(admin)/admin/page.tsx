import type { Metadata } from "next";
import { Suspense } from "react";
import { formatDate } from "@/app/_ui/date-format";
import { Chip } from "@/app/_ui/surfaces/chip";
import { Skeleton, TableSkeleton } from "@/app/_ui/surfaces/skeleton";
import { config } from "@/lib/platform/config";
import { adminContext } from "../_parts/admin-context";
import { Counts } from "./_overview/counts";
import { Crons } from "./_overview/crons";
import { Books } from "./_overview/books";
import { Queues } from "./_overview/queues";
import { Readiness } from "./_overview/readiness";
import { Routes } from "./_overview/routes";

export const metadata: Metadata = { title: "Overview" };

export default async function Overview() {
  const { now } = await adminContext();
  const { RELEASE } = config();
  return (
    <>
      <header className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="display text-title">Overview</h1>
        {RELEASE !== "unreleased" && <Chip>Release {RELEASE}</Chip>}
        <span className="num ml-auto text-soft">{formatDate(now, "moment")}</span>
      </header>
      {/* Each part comes when it is there: a slow provider holds up only itself. */}
      <Suspense fallback={<Skeleton className="h-64 w-full rounded-l" />}>
        <Counts />
      </Suspense>
      <div className="mt-7 grid gap-x-9 gap-y-8 xl:grid-cols-2">
        <Suspense fallback={<TableSkeleton rows={7} />}>
          <Readiness />
        </Suspense>
        <Suspense fallback={<TableSkeleton rows={5} />}>
          <Crons />
        </Suspense>
        <Suspense fallback={<TableSkeleton rows={5} />}>
          <Queues />
        </Suspense>
        <Suspense fallback={<TableSkeleton rows={4} />}>
          <Books />
        </Suspense>
      </div>
      <Routes />
    </>
  );
}
