"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { silent, type Player, type PlayerState } from "./player";

export const PlayerContext = createContext<Player | null>(null);

export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error("usePlayer is called outside PlayerProvider.");
  return player;
}

/** One value of the player; the component renders again only when that value changes. Select primitives. */
export function usePlayerState<T>(select: (state: PlayerState) => T): T {
  const player = usePlayer();
  return useSyncExternalStore(player.subscribe, () => select(player.snapshot()), () => select(silent));
}
