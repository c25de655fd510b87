"use client";

import { useCallback, useRef, useState } from "react";
import { fileSize, sendFile, type UploadTarget } from "./send-file";

export type Upload = { id: number; file: File; sent: number; state: "sending" | "done" | "failed"; error?: string };
export type UploadOptions<T extends UploadTarget> = {
  maxBytes?: number;
  getTarget: (file: File) => Promise<T>;
  onUploaded: (file: File, target: T) => void | Promise<void>;
};

const reason = (error: unknown) => (error instanceof Error ? error.message : "It did not go through.");

/** The life of each dropped file: asked for an address, sent, done or failed; failed ones can be tried again. */
export function useUploads<T extends UploadTarget>({ maxBytes, getTarget, onUploaded }: UploadOptions<T>) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const nextId = useRef(0);

  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);

  const start = useCallback(
    async (id: number, file: File) => {
      const stop = new AbortController();
      stops.current.set(id, stop);
      try {
        if (maxBytes && file.size > maxBytes) throw new Error(`It is ${fileSize(file.size)}; the most we take is ${fileSize(maxBytes)}.`);
        const target = await getTarget(file);
        await sendFile(file, target, { signal: stop.signal, onProgress: (sent) => change(id, { sent }) });
        await onUploaded(file, target);
        change(id, { state: "done", sent: file.size });
      } catch (error) {
        change(id, { state: "failed", error: reason(error) });
      } finally {
        stops.current.delete(id);
      }
    },
    [maxBytes, getTarget, onUploaded, change],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const id = (nextId.current += 1);
        setUploads((all) => [...all, { id, file, sent: 0, state: "sending" }]);
        void start(id, file);
      }
    },
    [start],
  );
  const retry = useCallback(
    (upload: Upload) => {
      change(upload.id, { state: "sending", sent: 0, error: undefined });
      void start(upload.id, upload.file);
    },
    [start, change],
  );
  const remove = useCallback((id: number) => {
    stops.current.get(id)?.abort();
    setUploads((all) => all.filter((one) => one.id !== id));
  }, []);

  return { uploads, add, retry, remove };
}
