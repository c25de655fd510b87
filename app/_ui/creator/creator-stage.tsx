import type { ReactNode } from "react";
import { accentStyle } from "../accent";
import { Art, type ArtSource } from "../surfaces/art";
import { NoArt } from "../surfaces/no-art";

type Props = {
  name: string;
  /** One line about them. */
  line: string;
  /** Absent: they have shown none yet, and the name stands on a colour of its own. */
  art: ArtSource | null;
  /** "Lisbon", "1,284 members", "96 posts". */
  facts?: string[];
  /** Dominant colour of the art, #rrggbb. */
  accent?: string | null;
  /** On the art's upper edge: back, share, more (IconButton onArt). */
  tools?: ReactNode;
  /** Under the facts on a desk: join, follow. Phones have the JoinBar. */
  actions?: ReactNode;
  /** As on the tile one came from. */
  artName?: string;
  children: ReactNode;
};

/** A creator's page. Phone: art full bleed 4:5, the name across its lower edge. Desk: art left and still, stream right. */
export function CreatorStage({ name, line, art, facts = [], accent, tools, actions, artName, children }: Props) {
  return (
    <div style={accentStyle(accent)} className="lg:grid lg:grid-cols-[minmax(400px,5fr)_7fr] lg:gap-10 lg:px-10">
      <header className="relative overflow-hidden text-on-shade lg:sticky lg:top-4 lg:h-[calc(100dvh-92px-var(--player-bar))] lg:rounded-l">
        {art ? (
          <Art art={art} alt={`Art of ${name}`} name={artName} sizes="(width < 1024px) 100vw, 42vw" priority className="aspect-4/5 w-full lg:aspect-auto lg:size-full" />
        ) : (
          <NoArt name={name} className="aspect-4/5 w-full lg:aspect-auto lg:size-full" />
        )}
        {tools && <div className="absolute inset-x-3 top-3 flex justify-between">{tools}</div>}
        <div className="art-shade absolute inset-x-0 bottom-0 px-4 pt-32 pb-4.5 lg:px-7 lg:pb-7">
          {/* One direction for all of it, the name's own: it is the first to be read. */}
          <div dir="auto">
            <h1 className="poster max-w-[9ch] text-[clamp(52px,17vw,72px)] leading-[0.86] wrap-anywhere lg:text-wall">{name}</h1>
            <p className="mt-3 max-w-[44ch] text-pretty">
              <bdi>{line}</bdi>
            </p>
            {facts.length > 0 && (
              <ul className="num mt-2.5 flex flex-wrap gap-x-4 text-small">
                {facts.map((fact) => (
                  <li key={fact}>
                    <bdi>{fact}</bdi>
                  </li>
                ))}
              </ul>
            )}
            {actions && <div className="mt-5 hidden flex-wrap gap-3 lg:flex">{actions}</div>}
          </div>
        </div>
      </header>
      <div className="min-w-0 px-4 lg:max-w-[680px] lg:px-0">{children}</div>
    </div>
  );
}
