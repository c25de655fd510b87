import { CardSkeletons, Skeleton, TableSkeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div className="grid gap-7">
      <Skeleton className="h-11 w-56" />
      <CardSkeletons />
      <TableSkeleton />
    </div>
  );
}
