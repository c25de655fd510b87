"use client";

import { setNonce } from "get-nonce";
import { ThemeProvider } from "next-themes";
import { useEffect, type ReactNode } from "react";
import { PlayerProvider } from "../audio/player-provider";

/** What lives as long as the visit: the theme, the player, and the nonce that dialogs need for their styles. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  useEffect(() => {
    if (nonce) setNonce(nonce);
  }, [nonce]);
  return (
    <ThemeProvider attribute="data-theme" nonce={nonce} disableTransitionOnChange>
      <PlayerProvider>{children}</PlayerProvider>
    </ThemeProvider>
  );
}
