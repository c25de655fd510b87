"use client";

import { useRef, useState } from "react";
import { api } from "@/app/_client/api";
import { kindOf, refusalOf, Unusable, uploadMedia, type MediaKind } from "@/app/_client/upload-media";

export type Attachment = {
  /** Ours, for the list; the file's own id comes with `mediaId`. */
  key: string;
  kind: MediaKind;
  name: string;
  bytes: number;
  /** What a picture shows, as it is typed; `described` is what is kept of it. */
  altText: string;
  described: string;
  /** On its way, being looked at, here, or refused. */
  state: "sending" | "checking" | "ready" | "refused";
  sent: number;
  reason?: string;
  /** Refused whenever it is sent: there is nothing to try again. */
  final?: boolean;
  /** The file's id from its announcement on; `mediaId` once it can be shown. */
  announced?: string;
  mediaId?: string;
  /** To show it: the file on this device, or the one we keep. */
  src?: string;
  width?: number | null;
  height?: number | null;
  durationMs?: number | null;
  peaks?: number[];
};

/** The files of a post and how far each has come. A refused one harms neither the words nor the others. */
export function useAttachments(initial: Attachment[] = []) {
  const [list, setList] = useState(initial);
  const files = useRef(new Map<string, { file: File; stop: AbortController }>());

  const change = (key: string, part: Partial<Attachment>) => setList((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  async function start(key: string, file: File, stop: AbortController): Promise<void> {
    try {
      const ready = await uploadMedia(file, { kind: kindOf(file), key, signal: stop.signal, onAnnounced: (announced) => change(key, { announced }), onProgress: (sent) => change(key, { sent }), onStep: (state) => change(key, { state }) });
      change(key, { state: "ready", sent: file.size, mediaId: ready.id, width: ready.width, height: ready.height, durationMs: ready.durationMs });
    } catch (error) {
      change(key, { state: "refused", final: error instanceof Unusable, reason: error instanceof Error ? error.message : "It did not go through." });
    }
  }

  /** Each is looked at here and sent at once; what it shows can be written meanwhile. */
  function add(chosen: File[]) {
    for (const file of chosen) {
      const key = crypto.randomUUID();
      const refusal = refusalOf(file);
      const stop = new AbortController();
      const one = { key, kind: kindOf(file), name: file.name, bytes: file.size, altText: "", described: "", sent: 0 };
      setList((all) => [...all, refusal ? { ...one, state: "refused", final: true, reason: refusal } : { ...one, state: "sending", src: URL.createObjectURL(file) }]);
      if (refusal) continue;
      files.current.set(key, { file, stop });
      void start(key, file, stop);
    }
  }

  /** Keeps what was typed about a picture. False: it did not go through. */
  async function describe(one: Attachment): Promise<boolean> {
    const id = one.mediaId ?? one.announced;
    const altText = one.altText.trim();
    if (!id || altText === one.described) return true;
    const { error } = await api.PATCH("/api/v1/media/{mediaId}", { params: { path: { mediaId: id } }, body: { altText } }).catch((thrown: unknown) => ({ error: thrown }));
    if (error === undefined) change(one.key, { described: altText });
    return error === undefined;
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

  return { list, add, describe, remove, retry, move, write: (key: string, altText: string) => change(key, { altText }) };
}

export type Attachments = ReturnType<typeof useAttachments>;
