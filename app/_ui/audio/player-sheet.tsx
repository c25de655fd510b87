"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import type { RefObject } from "react";
import { IconButton } from "../controls/icon-button";
import { formatDuration } from "../date-format";
import { Clock, SeekBar } from "./seek-bar";
import { Transport } from "./transport";
import { usePlayer, usePlayerState } from "./use-player";

/** The sleeve, large. The browser's own dialog keeps the focus and closes on Escape, without any library. */
export function PlayerSheet({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const player = usePlayer();
  const track = usePlayerState((state) => state.track);
  const queue = usePlayerState((state) => state.queue);
  const close = () => dialog.current?.close();
  if (!track) return null;
  return (
    <dialog ref={dialog} aria-label="Player" className="player-sheet rise m-0 h-dvh max-h-none w-full max-w-none bg-paper text-ink md:m-auto md:h-auto md:max-h-[90dvh] md:w-[440px] md:rounded-l md:border md:border-line md:shadow-float">
      <div className="flex h-full flex-col px-6 pt-3 pb-8">
        <div className="flex justify-center">
          <IconButton label="Close" icon={<ChevronDown />} onClick={close} />
        </div>
        {track.artwork && (
          // eslint-disable-next-line @next/next/no-img-element -- already loaded by the bar
          <img src={track.artwork} alt="" width={640} height={640} className="mt-2 aspect-square w-full rounded-m object-cover shadow-float" />
        )}
        <h2 className="display mt-6 text-title">{track.title}</h2>
        <Link href={track.href} onClick={close} className="w-fit rounded-s text-soft hover:text-ink">
          {track.artist}
        </Link>
        <SeekBar className="mt-5" />
        <div className="flex justify-between">
          <Clock of="position" />
          <Clock of="duration" />
        </div>
        <div className="mt-3 flex items-center justify-center gap-5">
          <Transport large />
        </div>
        {queue.length > 1 && (
          <ol className="mt-6 overflow-y-auto">
            {queue.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => player.play(one, queue)} aria-current={one.id === track.id || undefined} className="flex w-full justify-between gap-4 border-t border-line py-2.5 text-left text-small -outline-offset-2 aria-[current]:font-semibold aria-[current]:text-accent">
                  <span className="truncate">{one.title}</span>
                  <span className="num text-soft">{formatDuration(one.duration)}</span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </div>
    </dialog>
  );
}
