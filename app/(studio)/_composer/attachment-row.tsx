"use client";

import { ArrowDown, ArrowUp, AudioLines, RotateCw, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { IconButton } from "@/app/_ui/controls/icon-button";
import { cx } from "@/app/_ui/cx";
import { formatDuration } from "@/app/_ui/date-format";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { fileSize } from "@/app/_ui/forms/send-file";
import type { Attachment, Attachments } from "./use-attachments";

type Props = { one: Attachment; first: boolean; last: boolean; attachments: Attachments };

export function AttachmentRow({ one, first, last, attachments: { start, remove, retry, move } }: Props) {
  return (
    <li className="rounded-m border border-line bg-surface p-2.5">
      <div className="flex items-center gap-3">
        <Thumb one={one} />
        <div className="min-w-0 flex-1">
          <p className="truncate text-small font-medium">{one.name}</p>
          <p className={cx("num text-small", one.state === "refused" ? "text-danger" : "text-soft")} role="status">
            {sayState(one)}
          </p>
        </div>
        {one.state === "refused" && <IconButton label={`Try ${one.name} again`} icon={<RotateCw />} onClick={() => retry(one)} />}
        {!(first && last) && (
          <>
            <IconButton label={`Move ${one.name} up`} icon={<ArrowUp />} disabled={first} onClick={() => move(one.key, -1)} className="hidden disabled:opacity-30 sm:grid" />
            <IconButton label={`Move ${one.name} down`} icon={<ArrowDown />} disabled={last} onClick={() => move(one.key, 1)} className="hidden disabled:opacity-30 sm:grid" />
          </>
        )}
        <IconButton label={`Take ${one.name} out`} icon={<X />} onClick={() => remove(one.key)} />
      </div>
      {one.state === "sending" && <Progress one={one} />}
      {one.state === "waiting" && <AltText onAdd={(altText) => void start(one.key, "picture", altText)} />}
    </li>
  );
}

function sayState(one: Attachment): string {
  if (one.state === "refused") return one.reason ?? "This file could not be used.";
  if (one.state === "waiting") return `${fileSize(one.bytes)}, not sent yet`;
  if (one.state === "sending") return `${fileSize(one.sent)} of ${fileSize(one.bytes)}`;
  if (one.state === "checking") return one.kind === "audio" ? "All here. Preparing the sound…" : "All here. Preparing the picture…";
  if (one.kind === "audio") return `Ready, ${formatDuration((one.durationMs ?? 0) / 1000)}`;
  return one.altText ? `Ready: “${one.altText}”` : "Ready, without a description";
}

function Thumb({ one }: { one: Attachment }) {
  if (one.kind === "audio" || !one.src) {
    return (
      <span className="grid size-14 shrink-0 place-items-center rounded-s bg-raised text-soft">
        <AudioLines aria-hidden="true" className="size-6" />
      </span>
    );
  }
  // eslint-disable-next-line @next/next/no-img-element -- a file of this device, or one of ours in its size
  return <img src={one.src} alt="" width={56} height={56} className={cx("size-14 shrink-0 rounded-s bg-raised object-cover", one.state === "refused" && "opacity-40")} />;
}

function Progress({ one }: { one: Attachment }) {
  const percent = one.bytes ? Math.floor((one.sent / one.bytes) * 100) : 0;
  return (
    <div role="progressbar" aria-label={`Sending ${one.name}`} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="mt-2 h-1 overflow-hidden rounded-full bg-line">
      <div className="h-full bg-ink transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  );
}

/** Asked before the picture leaves, because the description goes with it. */
function AltText({ onAdd }: { onAdd: (altText: string) => void }) {
  const [text, setText] = useState("");
  return (
    <div className="mt-3 grid gap-2 sm:grid-cols-[1fr_auto] sm:items-end">
      <Field label="What does it show?" hint="Read aloud to those who cannot see it.">
        {(control) => (
          <Input
            {...control}
            value={text}
            maxLength={500}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              onAdd(text.trim());
            }}
          />
        )}
      </Field>
      <Button variant="strong" onClick={() => onAdd(text.trim())} className="sm:mb-6.5">
        Add it
      </Button>
    </div>
  );
}
