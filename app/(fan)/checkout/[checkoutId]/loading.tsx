import { Skeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div role="status" className="mx-auto grid max-w-[620px] gap-4 py-6 lg:py-12">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-14 w-64" />
      <Skeleton className="h-6 w-full" />
    </div>
  );
}
