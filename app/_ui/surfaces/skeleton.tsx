import { cx } from "../cx";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx("animate-breathe rounded-s bg-raised", className)} />;
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => i);

function Waiting({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">Loading</span>
      {children}
    </div>
  );
}

export function PostSkeletons({ count = 3 }: { count?: number }) {
  return (
    <Waiting className="grid gap-4">
      {rowsOf(count).map((i) => (
        <div key={i} className="grid gap-3 rounded-l border border-line bg-surface p-5">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-6 w-3/4" />
          <Skeleton className={i % 2 ? "h-12" : "h-52 rounded-m"} />
        </div>
      ))}
    </Waiting>
  );
}

export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Waiting className="grid">
      {rowsOf(rows).map((i) => (
        <div key={i} className="flex items-center gap-4 border-t border-line py-3">
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-20" />
        </div>
      ))}
    </Waiting>
  );
}

export function WallSkeleton({ count = 10 }: { count?: number }) {
  return (
    <Waiting className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5">
      {rowsOf(count).map((i) => (
        <Skeleton key={i} className="aspect-4/5 rounded-m" />
      ))}
    </Waiting>
  );
}

export function CardSkeletons({ count = 3 }: { count?: number }) {
  return (
    <Waiting className="grid gap-4 md:grid-cols-3">
      {rowsOf(count).map((i) => (
        <div key={i} className="grid gap-3 rounded-l border border-line bg-surface p-5">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-4 w-32" />
        </div>
      ))}
    </Waiting>
  );
}
