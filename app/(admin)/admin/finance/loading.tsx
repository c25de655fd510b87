import { Skeleton, TableSkeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-8 w-40" />
      <TableSkeleton rows={12} />
    </div>
  );
}
