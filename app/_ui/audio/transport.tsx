"use client";

import { SkipBack, SkipForward } from "lucide-react";
import { IconButton } from "../controls/icon-button";
import { PauseGlyph, PlayGlyph } from "./glyphs";
import { usePlayer, usePlayerState } from "./use-player";

/** Back, play or pause, next. Large on the phone's sheet. */
export function Transport({ large = false }: { large?: boolean }) {
  const player = usePlayer();
  const playing = usePlayerState((state) => state.playing);
  const alone = usePlayerState((state) => state.queue.length < 2);
  return (
    <>
      {!alone && <IconButton label="Back" icon={<SkipBack />} onClick={() => player.skip(-1)} className={large ? "" : "max-md:hidden"} />}
      <button
        type="button"
        aria-label={playing ? "Pause" : "Play"}
        onClick={player.toggle}
        className={`grid shrink-0 place-items-center rounded-full bg-ink text-paper transition-transform active:scale-95 ${large ? "size-16 [&_svg]:size-7" : "size-10 [&_svg]:size-5"}`}
      >
        {playing ? <PauseGlyph /> : <PlayGlyph />}
      </button>
      {!alone && <IconButton label="Next" icon={<SkipForward />} onClick={() => player.skip(1)} />}
    </>
  );
}
