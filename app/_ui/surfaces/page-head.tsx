import type { ReactNode } from "react";

type Props = { title: ReactNode; /** One sentence below it. */ lead?: ReactNode; actions?: ReactNode; /** Dense pages of people who work here all day. */ dense?: boolean };

export function PageHead({ title, lead, actions, dense = false }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 className={dense ? "display text-title" : "poster text-name"}>{title}</h1>
        {lead && <p className="mt-2 max-w-[60ch] text-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
