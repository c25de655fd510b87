import type { ReactNode } from "react";

type Props = { title: ReactNode; hint?: ReactNode; /** The one signal button of the page. */ action: ReactNode };

/** On phones, above the bottom bar and the player: the one clear way to join. Reserves its own room in the page. */
export function JoinBar({ title, hint, action }: Props) {
  return (
    <>
      <div aria-hidden="true" className="h-18 lg:hidden" />
      <aside aria-label="Join" className="fixed inset-x-0 bottom-[calc(var(--bottom-bar)+var(--player-bar))] z-20 flex h-16 items-center justify-between gap-4 border-t border-line bg-paper px-4 lg:hidden">
        <div className="min-w-0">
          <p className="num truncate font-semibold">{title}</p>
          {hint && <p className="truncate text-tiny text-soft">{hint}</p>}
        </div>
        {action}
      </aside>
    </>
  );
}
