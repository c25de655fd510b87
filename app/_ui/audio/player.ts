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

function createStore() {
  let state = silent;
  const listeners = new Set<() => void>();
  return {
    snapshot: () => state,
    set: (part: Partial<PlayerState>) => {
      state = { ...state, ...part };
      for (const tell of listeners) tell();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The browser's own player, telling the store what it does. */
function createSound(set: (part: Partial<PlayerState>) => void, { ended, failed }: { ended: () => void; failed: () => void }): HTMLAudioElement {
  const sound = new Audio();
  sound.preload = "metadata";
  sound.addEventListener("play", () => set({ playing: true, problem: null }));
  sound.addEventListener("pause", () => set({ playing: false }));
  sound.addEventListener("timeupdate", () => set({ position: sound.currentTime }));
  sound.addEventListener("durationchange", () => Number.isFinite(sound.duration) && set({ duration: sound.duration }));
  sound.addEventListener("ended", ended);
  sound.addEventListener("error", failed);
  return sound;
}

const retryAtMostEveryMs = 10_000;

/** One sound at a time, outside React: it goes on while pages come and go. Touches the browser at the first play only. */
export function createPlayer() {
  const { snapshot, set, subscribe } = createStore();
  let audio: HTMLAudioElement | null = null;
  let retriedAt = 0;

  const element = (): HTMLAudioElement => (audio ??= createSound(set, { ended: () => (hasNext() ? skip(1) : set({ playing: false, position: 0 })), failed }));
  const place = () => snapshot().queue.findIndex((one) => one.id === snapshot().track?.id);
  const hasNext = () => place() >= 0 && place() < snapshot().queue.length - 1;

  /** Links to a sound die after a while; asking the same address again brings a fresh one. Once by itself, then it is for the person to say. */
  function failed() {
    const { track, position } = snapshot();
    if (!track) return;
    if (position > 0 && Date.now() - retriedAt > retryAtMostEveryMs) retry();
    else set({ playing: false, problem: "This song could not be loaded." });
  }
  function resume() {
    // Refused by the browser before the first gesture, or broken off by the next song: neither is an error to show.
    element().play().catch(() => set({ playing: false }));
  }
  function play(track: Track, queue: Track[] = [track]) {
    if (snapshot().track?.id === track.id) {
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
    if (snapshot().playing) pause();
    else if (snapshot().track) resume();
  }
  function seek(seconds: number) {
    if (!audio || !snapshot().track) return;
    audio.currentTime = Math.max(0, Math.min(seconds, snapshot().duration || seconds));
    set({ position: audio.currentTime });
  }
  /** Forward one; back to the start of this one first, as every player does. */
  function skip(step: 1 | -1) {
    const { position, queue } = snapshot();
    const next = step === -1 && position > 3 ? undefined : queue[place() + step];
    if (next) play(next, queue);
    else seek(0);
  }
  /** From the same place, over a fresh link. */
  function retry() {
    const { track, position } = snapshot();
    if (!track) return;
    const sound = element();
    retriedAt = Date.now();
    sound.addEventListener("loadedmetadata", () => (sound.currentTime = position), { once: true });
    sound.load();
    resume();
  }
  function close() {
    audio?.pause();
    audio?.removeAttribute("src");
    set(silent);
  }
  return { play, pause, toggle, seek, skip, retry, close, hasNext, snapshot, subscribe };
}

export { silent };
