import type { Track } from "./track";

type Controls = { play: () => void; pause: () => void; skip: (step: 1 | -1) => void; seek: (seconds: number) => void };

/** The lock screen, the headphones and the keyboard's media keys. */
export function tellMediaSession(track: Track, { play, pause, skip, seek }: Controls): void {
  if (!("mediaSession" in navigator)) return;
  const session = navigator.mediaSession;
  session.metadata = new MediaMetadata({ title: track.title, artist: track.artist, artwork: track.artwork ? [{ src: track.artwork }] : [] });
  session.setActionHandler("play", play);
  session.setActionHandler("pause", pause);
  session.setActionHandler("nexttrack", () => skip(1));
  session.setActionHandler("previoustrack", () => skip(-1));
  session.setActionHandler("seekto", ({ seekTime }) => seekTime !== undefined && seek(seekTime));
}
