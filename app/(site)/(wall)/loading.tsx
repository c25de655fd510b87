import { Skeleton, WallSkeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-6 h-10 w-64" />
      <WallSkeleton />
    </>
  );
}
