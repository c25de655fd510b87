"use client";

import { Upload } from "lucide-react";
import { useId, useState } from "react";
import { cx } from "@/app/_ui/cx";

type Props = { label: string; hint: string; accept: string; multiple?: boolean; slim?: boolean; onFiles: (files: File[]) => void };

/** Takes files that are dropped on it, pasted from nowhere else, or chosen from the device. */
export function DropZone({ label, hint, accept, multiple = false, slim = false, onFiles }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        onFiles(multiple ? files : files.slice(0, 1));
      }}
      className={cx(
        "grid justify-items-center gap-1 rounded-m border border-dashed px-6 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink",
        slim ? "py-4" : "py-7",
        over ? "border-ink bg-raised" : "border-outline hover:border-ink hover:bg-raised",
      )}
    >
      {!slim && <Upload aria-hidden="true" className="mb-1 size-6 text-soft" />}
      <span className="font-semibold">{label}</span>
      <span className="text-small text-soft">{hint}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </label>
  );
}
