"use client";

import { ChevronUp, RotateCw, X } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { IconButton } from "../controls/icon-button";
import { PlayerSheet } from "./player-sheet";
import { Clock, SeekBar } from "./seek-bar";
import { Transport } from "./transport";
import { usePlayer, usePlayerState } from "./use-player";

/** 64 px along the lower edge, above the phone's bar. A tap on the song opens the sheet. */
export function PlayerBar() {
  const player = usePlayer();
  const track = usePlayerState((state) => state.track);
  const problem = usePlayerState((state) => state.problem);
  const sheet = useRef<HTMLDialogElement>(null);
  if (!track) return null;
  const open = () => sheet.current?.showModal();
  return (
    <section data-player-bar aria-label="Player" className="rise fixed inset-x-0 bottom-[var(--bottom-bar)] z-30 grid h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-3 border-t border-line bg-surface px-3 md:grid-cols-[minmax(0,1fr)_minmax(300px,560px)_minmax(0,1fr)] md:px-5">
      <Progress />
      <div className="flex min-w-0 items-center gap-3">
        <button type="button" onClick={open} aria-label={`Open the player: ${track.title}`} className="flex min-w-0 items-center gap-3 rounded-s text-left">
          {track.artwork && (
            // eslint-disable-next-line @next/next/no-img-element -- a small picture of known size
            <img src={track.artwork} alt="" width={44} height={44} className="size-11 shrink-0 rounded-s object-cover" />
          )}
          <span className="min-w-0">
            <span className="block truncate text-small font-semibold">{track.title}</span>
            <span className="block truncate text-tiny text-soft">{problem ?? track.artist}</span>
          </span>
        </button>
        {problem && <IconButton label="Try again" icon={<RotateCw />} onClick={player.retry} />}
      </div>
      <div className="flex items-center gap-1 md:gap-3">
        <Transport />
        <span className="hidden flex-1 items-center gap-3 md:flex">
          <Clock of="position" />
          <SeekBar className="flex-1" />
          <Clock of="duration" />
        </span>
      </div>
      <div className="hidden items-center justify-end gap-1 md:flex">
        <Link href={track.href} className="mr-2 truncate rounded-s text-small text-soft hover:text-ink">
          Go to the post
        </Link>
        <IconButton label="Open the player" icon={<ChevronUp />} onClick={open} />
        <IconButton label="Close the player" icon={<X />} onClick={player.close} />
      </div>
      <PlayerSheet dialog={sheet} />
    </section>
  );
}

/** On a phone the bar has no room for a slider; a line along its upper edge shows how far. */
function Progress() {
  const percent = usePlayerState((state) => (state.duration ? Math.round((state.position / state.duration) * 1000) / 10 : 0));
  return <div aria-hidden="true" className="absolute -top-px left-0 h-0.5 bg-ink md:hidden" style={{ width: `${percent}%` }} />;
}
