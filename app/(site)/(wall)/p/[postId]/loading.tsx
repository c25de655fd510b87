import { Skeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div role="status" className="mx-auto grid max-w-[680px] gap-5">
      <span className="sr-only">Loading</span>
      <Skeleton className="aspect-square w-full max-w-[480px] justify-self-center rounded-m" />
      <Skeleton className="h-10 w-3/4" />
      <Skeleton className="h-24" />
    </div>
  );
}
