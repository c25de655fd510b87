"use client";

import { formatDuration } from "../date-format";
import { usePlayer, usePlayerState } from "./use-player";

export function SeekBar({ className }: { className?: string }) {
  const player = usePlayer();
  const position = usePlayerState((state) => state.position);
  const duration = usePlayerState((state) => state.duration);
  const at: Record<`--${string}`, string> = { "--at": `${duration ? Math.min(100, (position / duration) * 100) : 0}%` };
  return (
    <div className={className}>
      <input
        type="range"
        aria-label="Place in the song"
        aria-valuetext={`${formatDuration(position)} of ${formatDuration(duration)}`}
        min={0}
        max={Math.max(1, Math.floor(duration))}
        step={1}
        value={Math.min(Math.floor(position), Math.max(1, Math.floor(duration)))}
        onChange={(event) => player.seek(event.target.valueAsNumber)}
        className="slider thin block"
        style={at}
      />
    </div>
  );
}

export function Clock({ of }: { of: "position" | "duration" }) {
  const seconds = usePlayerState((state) => Math.floor(of === "position" ? state.position : state.duration));
  return <span className={`num w-9 text-tiny text-soft ${of === "duration" ? "text-right" : ""}`}>{formatDuration(seconds)}</span>;
}
