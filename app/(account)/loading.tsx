import { Skeleton } from "@/app/_ui/surfaces/skeleton";
import { Wordmark } from "@/app/_ui/surfaces/wordmark";

export default function Loading() {
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col px-5 py-5 outline-none lg:px-16 lg:py-8">
      <Wordmark className="w-fit" />
      <div role="status" className="mx-auto grid w-full max-w-[400px] flex-1 content-center gap-5 py-10 lg:mx-0">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-10 w-56" />
        <Skeleton className="h-11 w-full rounded-m" />
        <Skeleton className="h-11 w-full rounded-m" />
        <Skeleton className="h-13 w-full rounded-m" />
      </div>
    </main>
  );
}
