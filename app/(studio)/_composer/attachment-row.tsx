"use client";

import { ArrowDown, ArrowUp, AudioLines, FileX, RotateCw, X } from "lucide-react";
import { IconButton } from "@/app/_ui/controls/icon-button";
import { cx } from "@/app/_ui/cx";
import { formatDuration } from "@/app/_ui/date-format";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { fileSize } from "@/app/_ui/forms/send-file";
import type { Attachment, Attachments } from "./use-attachments";

type Props = { one: Attachment; first: boolean; last: boolean; attachments: Attachments };

export function AttachmentRow({ one, first, last, attachments }: Props) {
  const { remove, retry, move } = attachments;
  const refused = one.state === "refused";
  return (
    <li className="rounded-m border border-line bg-surface p-2.5">
      <div className="flex items-center gap-3">
        <Thumb one={one} />
        <div className="min-w-0 flex-1">
          <p className="truncate text-small font-medium">{one.name}</p>
          <p className={cx("num text-small", refused ? "text-danger" : "text-soft")} role={refused ? "alert" : "status"}>
            {sayState(one)}
          </p>
        </div>
        {refused && !one.final && <IconButton label={`Try ${one.name} again`} icon={<RotateCw />} onClick={() => retry(one)} />}
        {!(first && last) && (
          <>
            <IconButton label={`Move ${one.name} up`} icon={<ArrowUp />} disabled={first} onClick={() => move(one.key, -1)} className="hidden disabled:opacity-30 sm:grid" />
            <IconButton label={`Move ${one.name} down`} icon={<ArrowDown />} disabled={last} onClick={() => move(one.key, 1)} className="hidden disabled:opacity-30 sm:grid" />
          </>
        )}
        <IconButton label={`Take ${one.name} out`} icon={<X />} onClick={() => remove(one.key)} />
      </div>
      {one.state === "sending" && <Progress one={one} />}
      {one.kind === "picture" && !refused && <AltText one={one} attachments={attachments} />}
    </li>
  );
}

function sayState(one: Attachment): string {
  if (one.state === "refused") return one.reason ?? "This file could not be used.";
  if (one.state === "sending") return `${fileSize(one.sent)} of ${fileSize(one.bytes)}`;
  if (one.state === "checking") return one.kind === "audio" ? "All here. Preparing the sound…" : "All here. Preparing the picture…";
  return one.kind === "audio" ? `Ready, ${formatDuration((one.durationMs ?? 0) / 1000)}` : "Ready";
}

function Thumb({ one }: { one: Attachment }) {
  if (one.kind === "audio" || !one.src || one.final) {
    const Icon = one.state === "refused" ? FileX : AudioLines;
    return (
      <span className="grid size-14 shrink-0 place-items-center rounded-s bg-raised text-soft">
        <Icon aria-hidden="true" className="size-6" />
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

/** Written while the picture is on its way or after; kept when the field is left, and with the post. */
function AltText({ one, attachments: { write, describe } }: { one: Attachment; attachments: Attachments }) {
  return (
    <div className="mt-3">
      <Field label="What does it show?" optional hint="Read aloud to those who cannot see it.">
        {(control) => <Input {...control} value={one.altText} maxLength={500} onChange={(event) => write(one.key, event.target.value)} onBlur={() => void describe(one)} />}
      </Field>
    </div>
  );
}
