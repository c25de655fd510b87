import { formatDuration } from "../date-format";
import { PlayButton } from "./play-button";
import type { Track } from "./track";
import { Waveform } from "./waveform";

/** A song inside a page: play, its shape, its length. */
export function TrackRow({ track, queue }: { track: Track; queue?: Track[] }) {
  return (
    <div className="flex items-center gap-3">
      <PlayButton track={track} queue={queue} />
      <Waveform track={track} />
      <span className="num text-small text-soft">{formatDuration(track.duration)}</span>
    </div>
  );
}
