"use client";

import { Check, RotateCw, Upload as UploadIcon, X } from "lucide-react";
import { useId, useState, type DragEvent } from "react";
import { IconButton } from "../controls/icon-button";
import { cx } from "../cx";
import { fileSize, type UploadTarget } from "./send-file";
import { useUploads, type Upload, type UploadOptions } from "./use-uploads";

type Props<T extends UploadTarget> = UploadOptions<T> & {
  /** "Drop a song or a picture here". */
  label: string;
  /** "WAV, FLAC or MP3, up to 200 MB". */
  hint: string;
  accept: string;
  multiple?: boolean;
};

export function UploadZone<T extends UploadTarget>({ label, hint, accept, multiple = false, ...options }: Props<T>) {
  const id = useId();
  const [over, setOver] = useState(false);
  const { uploads, add, retry, remove } = useUploads(options);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    add(multiple ? files : files.slice(0, 1));
  };
  return (
    <div className="grid gap-3">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "grid justify-items-center gap-1 rounded-l border border-dashed px-6 py-8 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink",
          over ? "border-ink bg-raised" : "border-outline hover:border-ink hover:bg-raised",
        )}
      >
        <UploadIcon aria-hidden="true" className="mb-1 size-6 text-soft" />
        <span className="font-semibold">{label}</span>
        <span className="text-small text-soft">{hint}</span>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          className="sr-only"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      {uploads.length > 0 && (
        <ul className="grid gap-2">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onRetry={() => retry(upload)} onRemove={() => remove(upload.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

type RowProps = { upload: Upload; onRetry: () => void; onRemove: () => void };

function UploadRow({ upload: { file, sent, state, error }, onRetry, onRemove }: RowProps) {
  const percent = file.size ? Math.floor((sent / file.size) * 100) : 0;
  return (
    <li className="rounded-m border border-line bg-surface py-2 pr-2 pl-3.5">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate text-small font-medium">{file.name}</p>
          <p className={cx("num text-tiny", state === "failed" ? "text-danger" : "text-soft")} aria-live="polite">
            {state === "failed" ? error : state === "done" ? `${fileSize(file.size)}, all here` : `${fileSize(sent)} of ${fileSize(file.size)}`}
          </p>
        </div>
        {state === "done" && <Check aria-hidden="true" className="size-5 text-in" />}
        {state === "failed" && <IconButton label={`Try ${file.name} again`} icon={<RotateCw />} onClick={onRetry} />}
        <IconButton label={state === "sending" ? `Stop ${file.name}` : `Take ${file.name} off the list`} icon={<X />} onClick={onRemove} />
      </div>
      {state === "sending" && (
        <div role="progressbar" aria-label={file.name} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="mt-1.5 mr-1.5 h-1 overflow-hidden rounded-full bg-line">
          <div className="h-full bg-ink transition-[width]" style={{ width: `${percent}%` }} />
        </div>
      )}
    </li>
  );
}
