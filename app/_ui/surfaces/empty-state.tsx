import type { ReactNode } from "react";

type Props = {
  /** What is (not) here: "Nobody has joined yet". */
  title: string;
  /** One sentence: why, or what will come. */
  children: ReactNode;
  /** The next step: a LinkButton or a Button. */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-2 rounded-l border border-dashed border-line px-6 py-14 text-center">
      <h2 className="display text-head">{title}</h2>
      <p className="max-w-[44ch] text-soft">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
