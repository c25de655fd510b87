"use client";

import { cx } from "../cx";
import { PauseGlyph, PlayGlyph } from "./glyphs";
import type { Track } from "./track";
import { usePlayer, usePlayerState } from "./use-player";

type Props = {
  track: Track;
  /** What plays after it. */
  queue?: Track[];
  size?: "small" | "medium" | "large";
  /** "accent" on a page, "paper" over art. */
  tone?: "accent" | "paper" | "ink";
  className?: string;
};
const sizes = { small: "size-9 [&_svg]:size-4", medium: "size-11 [&_svg]:size-5", large: "size-14 [&_svg]:size-6" };
const tones = { accent: "bg-accent text-on-accent", paper: "bg-on-shade/92 text-shade ring-on-art", ink: "bg-ink text-paper" };

export function PlayButton({ track, queue, size = "medium", tone = "accent", className }: Props) {
  const player = usePlayer();
  const playing = usePlayerState((state) => state.playing && state.track?.id === track.id);
  return (
    <button
      type="button"
      aria-label={`${playing ? "Pause" : "Play"} ${track.title}`}
      onClick={() => (playing ? player.pause() : player.play(track, queue))}
      className={cx("grid shrink-0 place-items-center rounded-full transition-transform hover:scale-105 active:scale-95", sizes[size], tones[tone], className)}
    >
      {playing ? <PauseGlyph /> : <PlayGlyph />}
    </button>
  );
}
