import { Skeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div role="status" className="min-h-dvh bg-shade pt-28 lg:grid lg:place-items-center lg:p-10">
      <span className="sr-only">Loading</span>
      <div className="grid min-h-[calc(100dvh-112px)] content-start gap-3 rounded-t-l bg-paper px-4.5 py-8 lg:min-h-0 lg:w-[520px] lg:rounded-l lg:px-8">
        <Skeleton className="h-9 w-2/3" />
        <Skeleton className="h-18" />
        <Skeleton className="h-18" />
        <Skeleton className="mt-4 h-12" />
        <Skeleton className="mt-10 h-13" />
      </div>
    </div>
  );
}
