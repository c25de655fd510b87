"use client";

import { useMemo, type KeyboardEvent, type PointerEvent } from "react";
import { formatDuration } from "../date-format";
import type { Track } from "./track";
import { usePlayer, usePlayerState } from "./use-player";
import { resample, wavePath } from "./wave-path";

const none: number[] = [];
/** Strokes keep their width, so a wide place wants more of them. */
const NARROW = 56;
const WIDE = 116;

/** The shape of the song. Point or use the arrow keys to go somewhere in it; playing starts if it was silent. */
export function Waveform({ track }: { track: Track }) {
  const player = usePlayer();
  const position = usePlayerState((state) => (state.track?.id === track.id ? state.position : 0));
  const part = track.duration ? Math.min(1, position / track.duration) : 0;

  const go = (seconds: number) => {
    player.play(track);
    player.seek(seconds);
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    go(((event.clientX - box.left) / box.width) * track.duration);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(Math.max(0, position + step));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`Place in ${track.title}`}
      aria-valuemin={0}
      aria-valuemax={Math.round(track.duration)}
      aria-valuenow={Math.round(position)}
      aria-valuetext={`${formatDuration(position)} of ${formatDuration(track.duration)}`}
      onPointerDown={point}
      onKeyDown={press}
      className="h-9 min-w-0 flex-1 cursor-pointer touch-pan-y rounded-s"
    >
      <Shape peaks={track.peaks} bars={NARROW} part={part} className="sm:hidden" />
      <Shape peaks={track.peaks} bars={WIDE} part={part} className="max-sm:hidden" />
    </div>
  );
}

function Shape({ peaks = none, bars, part, className }: { peaks?: number[]; bars: number; part: number; className: string }) {
  const path = useMemo(() => wavePath(resample(peaks, bars)), [peaks, bars]);
  return (
    <svg viewBox={`0 0 ${bars * 4} 32`} preserveAspectRatio="none" className={`size-full ${className}`} aria-hidden="true" fill="none" strokeLinecap="round">
      <path d={path} className="stroke-outline/50" strokeWidth="2" vectorEffect="non-scaling-stroke" />
      {part > 0 && <path d={path} className="stroke-ink" strokeWidth="2" vectorEffect="non-scaling-stroke" style={{ clipPath: `inset(0 ${(1 - part) * 100}% 0 0)` }} />}
    </svg>
  );
}
