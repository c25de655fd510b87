import { CardSkeletons, Skeleton, TableSkeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-8 w-40" />
      <CardSkeletons />
      <TableSkeleton rows={8} />
    </div>
  );
}
