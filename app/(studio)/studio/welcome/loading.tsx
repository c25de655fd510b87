import { Skeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[640px] px-5 py-8 outline-none">
      <div role="status" className="grid gap-6">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-6 w-28" />
        <Skeleton className="h-6 w-full" />
        <Skeleton className="h-11 w-72" />
        <Skeleton className="h-52 w-full rounded-m" />
      </div>
    </main>
  );
}
