import { tellMediaSession } from "./media-session";
import type { Track } from "./track";

export type PlayerState = {
  track: Track | null;
  queue: Track[];
  playing: boolean;
  /** Seconds. */
  position: number;
  duration: number;
  /** Why there is silence, in a person's words. */
  problem: string | null;
};
export type Player = ReturnType<typeof createPlayer>;

const silent: PlayerState = { track: null, queue: [], playing: false, position: 0, duration: 0, problem: null };

/** One sound at a time, outside React: it goes on while pages come and go. Touches the browser at the first play only. */
export function createPlayer() {
  let state = silent;
  let audio: HTMLAudioElement | null = null;
  const listeners = new Set<() => void>();
  const set = (part: Partial<PlayerState>) => {
    state = { ...state, ...part };
    for (const tell of listeners) tell();
  };

  function element(): HTMLAudioElement {
    if (audio) return audio;
    const made = new Audio();
    made.preload = "metadata";
    made.addEventListener("play", () => set({ playing: true, problem: null }));
    made.addEventListener("pause", () => set({ playing: false }));
    made.addEventListener("timeupdate", () => set({ position: made.currentTime }));
    made.addEventListener("durationchange", () => Number.isFinite(made.duration) && set({ duration: made.duration }));
    made.addEventListener("ended", () => (hasNext() ? skip(1) : set({ playing: false, position: 0 })));
    made.addEventListener("error", () => state.track && set({ playing: false, problem: "This song could not be loaded." }));
    audio = made;
    return made;
  }

  const place = () => state.queue.findIndex((one) => one.id === state.track?.id);
  const hasNext = () => place() >= 0 && place() < state.queue.length - 1;

  function resume() {
    // Refused by the browser before the first gesture, or broken off by the next song: neither is an error to show.
    element().play().catch(() => set({ playing: false }));
  }

  function play(track: Track, queue: Track[] = [track]) {
    if (state.track?.id === track.id) {
      resume();
      return;
    }
    const sound = element();
    sound.src = track.src;
    set({ track, queue, position: 0, duration: track.duration, problem: null });
    tellMediaSession(track, { play: resume, pause, skip, seek });
    resume();
  }
  function pause() {
    audio?.pause();
  }
  function toggle() {
    if (state.playing) pause();
    else if (state.track) resume();
  }
  function seek(seconds: number) {
    if (!audio || !state.track) return;
    audio.currentTime = Math.max(0, Math.min(seconds, state.duration || seconds));
    set({ position: audio.currentTime });
  }
  /** Forward one; back to the start of this one first, as every player does. */
  function skip(step: 1 | -1) {
    const next = step === -1 && state.position > 3 ? undefined : state.queue[place() + step];
    if (next) play(next, state.queue);
    else seek(0);
  }
  function retry() {
    if (!state.track) return;
    element().load();
    resume();
  }
  function close() {
    audio?.pause();
    audio?.removeAttribute("src");
    set(silent);
  }

  return {
    play, pause, toggle, seek, skip, retry, close, hasNext,
    snapshot: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export { silent };
