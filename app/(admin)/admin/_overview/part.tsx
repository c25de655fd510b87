import type { ReactNode } from "react";

/** A titled piece of the desk, with what it comes to at the right. */
export function Part({ title, sum, children }: { title: string; sum?: ReactNode; children: ReactNode }) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-1.5 flex items-center justify-between gap-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {sum}
      </div>
      {children}
    </section>
  );
}
