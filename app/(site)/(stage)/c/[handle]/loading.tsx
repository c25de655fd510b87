import { PostSkeletons, Skeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(400px,5fr)_7fr] lg:gap-10 lg:px-10">
      <Skeleton className="aspect-4/5 w-full rounded-none lg:aspect-auto lg:h-[calc(100dvh-92px)] lg:rounded-l" />
      <div className="px-4 py-4.5 lg:max-w-[680px] lg:px-0">
        <PostSkeletons />
      </div>
    </div>
  );
}
