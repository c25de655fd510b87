import { Skeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[880px] px-4 py-8 outline-none">
      <div role="status" className="grid gap-6">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-10 w-48" />
        <Skeleton className="h-28 w-full rounded-m" />
        <Skeleton className="h-20 w-full rounded-m" />
        <Skeleton className="h-40 w-full rounded-m" />
      </div>
    </main>
  );
}
