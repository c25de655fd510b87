"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { zoneName } from "@/app/_ui/date-format";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { Composing, Start } from "./use-composer";

/** What stands in the way; said when it is pressed, not before. */
function obstacle({ busy, refused, empty, unpriced, words }: Composing, draft: boolean): string | undefined {
  if (empty) return draft ? "Add words, a picture or a sound first." : "Leave at least a word, a picture or a sound, or delete the post.";
  if (unpriced) return words.price.reason ?? "Say what it costs.";
  if (busy) return "A file is still on its way.";
  return refused ? "Take out the file that could not be used." : undefined;
}

/** When it is published, and the buttons that do it. */
export function LetGo({ composing, status }: { composing: Composing; status: Start["status"] }) {
  const { save, publish, doing, words, sending, newFiles } = composing;
  const draft = status === "draft";
  const block = obstacle(composing, draft);
  const [said, setSaid] = useState<string>();
  const press = (act: () => Promise<void>) => {
    setSaid(block);
    if (!block && !sending.pending) void act();
  };
  return (
    <div className="mt-7 grid gap-5 border-t border-line pt-6">
      {draft && <When composing={composing} />}
      {status === "published" && newFiles && (
        <Notice tone="held" title="Saving hides this post for a moment.">
          New files are checked before anyone sees them. The post is back as soon as they have passed, usually within a minute.
        </Notice>
      )}
      {said && said === block && (
        <p role="alert" className="text-small text-danger">
          {block}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {draft && (
          <Button variant="primary" size="large" pending={doing === "publish"} pendingText={words.publishAt ? "Scheduling…" : "Publishing…"} onClick={() => press(publish)}>
            {words.publishAt ? "Schedule" : "Publish"}
          </Button>
        )}
        <Button variant={draft ? "quiet" : "primary"} size="large" pending={doing === "save"} pendingText="Saving…" onClick={() => press(save)}>
          {draft ? "Keep as a draft" : "Save the changes"}
        </Button>
      </div>
    </div>
  );
}

/** The day and hour as this browser's clock has them, for the field. */
function localMoment(ms: number): string {
  const at = new Date(ms);
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function When({ composing: { words, set, sending } }: { composing: Composing }) {
  const later = words.publishAt !== "";
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 text-small font-semibold">When</legend>
      <div className="grid grid-cols-2 gap-2.5">
        <RadioCard name="when" value="now" checked={!later} onChange={() => set({ publishAt: "" })} label="Now" />
        <RadioCard name="when" value="later" checked={later} onChange={() => set({ publishAt: localMoment(Math.ceil((Date.now() + 3_600_000) / 3_600_000) * 3_600_000) })} label="Schedule" />
      </div>
      {later && (
        <Field label="Day and hour" hint={`Your time zone: ${zoneName(new Date(words.publishAt))}.`} error={sending.error("publishAt")}>
          {(control) => <Input {...control} type="datetime-local" required value={words.publishAt} onChange={(event) => event.target.value && set({ publishAt: event.target.value })} className="num" />}
        </Field>
      )}
    </fieldset>
  );
}
