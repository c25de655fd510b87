"use client";

import dynamic from "next/dynamic";
import { useEffect, useState, type ReactNode } from "react";
import { createPlayer } from "./player";
import { PlayerContext, usePlayer, usePlayerState } from "./use-player";

const PlayerBar = dynamic(() => import("./player-bar").then((module) => module.PlayerBar), { ssr: false });

/** Stands in the layout, so the song survives navigation. The bar is fetched with the first song. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const [player] = useState(createPlayer);
  return (
    <PlayerContext value={player}>
      {children}
      <Stage />
    </PlayerContext>
  );
}

function Stage() {
  const player = usePlayer();
  const on = usePlayerState((state) => state.track !== null);
  useEffect(() => {
    if (!on) return;
    // Space plays and pauses, unless something that uses Space itself has the focus.
    const press = (event: KeyboardEvent) => {
      if (event.code !== "Space" || event.target !== document.body) return;
      event.preventDefault();
      player.toggle();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, player]);
  return on ? <PlayerBar /> : null;
}
