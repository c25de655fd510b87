import { Children, type ReactNode } from "react";

/** Tiers side by side; on a phone they snap sideways and the next one shows its edge. */
export function TierRail({ label = "Ways to join", children }: { label?: string; children: ReactNode }) {
  return (
    <ul aria-label={label} tabIndex={0} className="no-scrollbar -mx-4 flex snap-x snap-mandatory scroll-px-4 gap-3 overflow-x-auto rounded-l px-4 pb-1 lg:mx-0 lg:grid lg:snap-none lg:grid-cols-[repeat(auto-fit,minmax(240px,1fr))] lg:overflow-visible lg:px-0">
      {Children.map(children, (child) => (
        <li className="w-[min(272px,78vw)] shrink-0 snap-start lg:w-auto">{child}</li>
      ))}
    </ul>
  );
}
