"use client";

import { useState } from "react";
import { Notice } from "@/app/_ui/surfaces/notice";
import { AttachmentRow } from "./attachment-row";
import { AudienceChoice, type TierOption } from "./audience-choice";
import { DropZone } from "./drop-zone";
import { LetGo } from "./let-go";
import type { Sale } from "./price-choice";
import { Preview, type PreviewCreator } from "./preview";
import { useComposer, type Composing, type Start } from "./use-composer";
import { Writing } from "./writing";

type Lead = "sound" | "picture" | "words";
type Props = { start: Start; creator: PreviewCreator; tiers: TierOption[]; sale: Sale; /** What it is to be of: that field comes first. */ lead?: Lead | undefined };
type View = "write" | "stranger" | "fan";

const pictures = "image/jpeg,image/png,image/webp,image/gif,image/avif";
const sounds = "audio/*,.flac,.m4a,.opus";
const pictureWords = "JPEG, PNG, WebP, GIF or AVIF up to 20 MB.";
const soundWords = "MP3, M4A, WAV, FLAC or Ogg up to 200 MB.";
/** Each lead has its own invitation. */
const zones = {
  sound: { accept: sounds, label: "Drop your sound here, or choose it", hint: soundWords },
  picture: { accept: pictures, label: "Drop your picture here, or choose it", hint: pictureWords },
  any: { accept: `${pictures},${sounds}`, label: "Drop pictures or a sound here", hint: `${pictureWords} ${soundWords}` },
};

export function Composer({ start, creator, tiers, sale, lead }: Props) {
  const { formRef, ...composing } = useComposer(start);
  const [view, setView] = useState<View>("write");
  const files = lead === "sound" || lead === "picture" ? lead : undefined;
  return (
    <div className="max-w-[680px]">
      <Views view={view} onView={setView} />
      {view === "write" ? (
        <form ref={formRef} noValidate onSubmit={(event) => event.preventDefault()} className="grid gap-6">
          {composing.sending.general && (
            <div role="alert">
              <Notice tone="danger" title={composing.sending.general}>
                Your words and files are still here.
              </Notice>
            </div>
          )}
          {files && <Files composing={composing} zone={files} />}
          <Writing composing={composing} focus={lead === "words"} />
          {!files && <Files composing={composing} zone="any" />}
          <AudienceChoice composing={composing} tiers={tiers} sale={sale} />
        </form>
      ) : (
        <Preview as={view} composing={composing} creator={creator} tiers={tiers} />
      )}
      <LetGo composing={composing} status={start.status} />
    </div>
  );
}

function Files({ composing: { attachments }, zone }: { composing: Composing; zone: keyof typeof zones }) {
  const { list, add } = attachments;
  const { label, hint, accept } = zones[list.length ? "any" : zone];
  return (
    <section aria-label="Pictures and sounds" className="grid gap-2.5">
      {list.length > 0 && (
        <ul className="grid gap-2.5">
          {list.map((one, i) => (
            <AttachmentRow key={one.key} one={one} first={i === 0} last={i === list.length - 1} attachments={attachments} />
          ))}
        </ul>
      )}
      <DropZone multiple slim={list.length > 0} accept={accept} label={list.length ? "Add another" : label} hint={hint} onFiles={add} />
    </section>
  );
}

const views: { value: View; label: string }[] = [
  { value: "write", label: "Write" },
  { value: "stranger", label: "Seen by a stranger" },
  { value: "fan", label: "By a fan" },
];

function Views({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <div role="group" aria-label="View" className="no-scrollbar mb-6 flex gap-6 overflow-x-auto border-b border-line">
      {views.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={view === value}
          onClick={() => onView(value)}
          className="shrink-0 pt-1 pb-2.5 font-semibold text-soft transition-colors -outline-offset-2 hover:text-ink aria-pressed:text-ink aria-pressed:shadow-[inset_0_-2px_0_var(--ink)]"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
