import type { WorldAudience, WorldPost, WorldSong } from "./types";

type More = { for?: WorldAudience; pinned?: boolean };
const post = (kind: WorldPost["kind"], daysAgo: number, title: string | null, body: string, more: More = {}, song: WorldSong | null = null): WorldPost => ({
  kind, title, body, daysAgo, song, audience: more.for ?? "public", pinned: more.pinned ?? false,
});

export const text = (daysAgo: number, title: string | null, body: string, more?: More): WorldPost => post("text", daysAgo, title, body, more);
export const picture = (daysAgo: number, title: string | null, body: string, more?: More): WorldPost => post("picture", daysAgo, title, body, more);
export const audio = (daysAgo: number, title: string, body: string, song: WorldSong, more?: More): WorldPost => post("audio", daysAgo, title, body, more, song);
