"use client";

import { useRef, useState } from "react";
import { kindOf, uploadMedia, type MediaKind } from "@/app/_client/upload-media";

export type Attachment = {
  /** Ours, for the list; the file's own id comes with `mediaId`. */
  key: string;
  kind: MediaKind;
  name: string;
  bytes: number;
  altText: string;
  /** waiting: for words about the picture; then on its way, being looked at, here, or refused. */
  state: "waiting" | "sending" | "checking" | "ready" | "refused";
  sent: number;
  reason?: string;
  mediaId?: string;
  /** To show it: the file on this device, or the one we keep. */
  src?: string;
  width?: number | null;
  height?: number | null;
  durationMs?: number | null;
  peaks?: number[];
};

const mostBytes = { picture: 20 * 1024 * 1024, audio: 200 * 1024 * 1024 };
const mostWords = { picture: "This picture is larger than 20 MB. Save it smaller and try again.", audio: "This sound is larger than 200 MB. Save it as MP3 or FLAC and try again." };

/** The files of a post and how far each has come. A refused one harms neither the words nor the others. */
export function useAttachments(initial: Attachment[] = []) {
  const [list, setList] = useState(initial);
  const files = useRef(new Map<string, { file: File; stop: AbortController }>());

  const change = (key: string, part: Partial<Attachment>) => setList((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  async function start(key: string, kind: MediaKind, altText: string): Promise<string | undefined> {
    const held = files.current.get(key);
    if (!held) return undefined;
    change(key, { state: "sending", sent: 0, altText });
    try {
      if (held.file.size > mostBytes[kind]) throw new Error(mostWords[kind]);
      const ready = await uploadMedia(held.file, { kind, altText, key, signal: held.stop.signal, onProgress: (sent) => change(key, { sent }), onStep: (state) => change(key, { state }) });
      change(key, { state: "ready", sent: held.file.size, mediaId: ready.id, width: ready.width, height: ready.height, durationMs: ready.durationMs });
      return ready.id;
    } catch (error) {
      change(key, { state: "refused", reason: error instanceof Error ? error.message : "It did not go through." });
      return undefined;
    }
  }

  function add(chosen: File[]) {
    for (const file of chosen) {
      const key = crypto.randomUUID();
      const kind = kindOf(file);
      files.current.set(key, { file, stop: new AbortController() });
      setList((all) => [...all, { key, kind, name: file.name, bytes: file.size, altText: "", state: kind === "picture" ? "waiting" : "sending", sent: 0, src: URL.createObjectURL(file) }]);
      if (kind === "audio") void start(key, kind, "");
    }
  }

  function remove(key: string) {
    files.current.get(key)?.stop.abort();
    files.current.delete(key);
    setList((all) => all.filter((one) => one.key !== key));
  }

  /** The same file once more, as a new announcement. */
  function retry(one: Attachment) {
    const held = files.current.get(one.key);
    if (!held) return;
    remove(one.key);
    add([held.file]);
  }

  function move(key: string, by: 1 | -1) {
    setList((all) => {
      const from = all.findIndex((one) => one.key === key);
      const to = from + by;
      const moved = all[from];
      const other = all[to];
      if (!moved || !other) return all;
      return all.map((one, i) => (i === from ? other : i === to ? moved : one));
    });
  }

  return { list, add, start, remove, retry, move };
}

export type Attachments = ReturnType<typeof useAttachments>;
